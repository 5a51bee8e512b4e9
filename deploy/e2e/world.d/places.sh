# SPDX-License-Identifier: Apache-2.0
# Names and addresses that everything else agrees on.
WORLD=/run/amlreach-e2e
VM=amlreach-vm
FIREWALL=amlreach-fw
AZURE=amlreach-azure
ISLAND=amlreach-island
PROXY=amlreach-proxy

VM_ADDRESS=10.20.1.4       # the jump box
FW_INSIDE=10.20.1.1        # the firewall, as the jump box sees it
FW_OUTSIDE=10.20.2.1       # and as Azure sees it
AZURE_ADDRESS=10.20.2.2    # has no name server
DNS_SERVER=10.20.2.53      # answers over UDP and TCP
DNS_NO_TCP=10.20.2.54      # the same, but the firewall drops TCP to it
DNS_OF_AZURE=168.63.129.16 # the same at the address that Azure gives to its own resolver
DNS_OF_CONTOSO=10.20.2.55  # an unbound of their own, which does not forward everything
SILENT=10.20.4.0/24        # the firewall drops what goes there
DNS_SILENT=10.20.4.53
FW_PROXY=10.20.5.1         # the firewall, as the proxy sees it
PROXY_ADDRESS=10.20.5.2    # squid on port 3128 for everybody, on 3129 with a password
ENDPOINTS=10.20.3.0/24     # private endpoints
INTERNET=198.18.0.0/15     # stands for Azure's public addresses (RFC 2544)
UNANSWERED=198.19.255.0/24 # a part of it that the firewall drops
ORDINARY=198.18.0.10       # where names without a row of their own lead
CA=$WORLD/ca/root.crt

in_ns() { ip netns exec "$@"; }
jumpbox() { in_ns "$VM" "$@"; }
