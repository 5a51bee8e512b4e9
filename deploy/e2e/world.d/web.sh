# SPDX-License-Identifier: Apache-2.0
# One nginx that is every service of this world, and OpenSSL's server where nginx is too polite.
# The third column of the table says what kind of server a host has:
#   web                     as it should be; answers 401
#   expired not-yet-valid self-signed wrong-name forged    a bad certificate
#   no-intermediate         the leaf alone
#   tls11                   nothing newer than TLS 1.1
#   client-cert             insists on a client certificate
#   plain                   HTTP on the port of HTTPS
#   mute                    takes the request and does not answer
#   refused-470 block-page error-500 storage-403 vault-403 vault-private registry-403 workspace-403
#                           an answer in place of, or by, the service

web_up() {
  mkdir -p "$WORLD/web"
  nginx_conf >"$WORLD/web/nginx.conf"
  in_ns "$AZURE" nginx -p "$WORLD/web" -c "$WORLD/web/nginx.conf" -e "$WORLD/web/error.log"
  (exec ip netns exec "$AZURE" openssl s_server -accept 10443 -www -quiet \
    -Verify 1 -verify_return_error -CAfile "$CA" \
    -cert "$WORLD/ca/leaf.crt" -cert_chain "$WORLD/ca/intermediate.crt" -key "$WORLD/ca/leaf.key") \
    >"$WORLD/web/s_server.log" 2>&1 &
  in_ns "$AZURE" nft -f - <<RULES
table ip web {
  chain before-input {
    type nat hook prerouting priority dstnat
$(addresses_of client-cert | sed 's/.*/    ip daddr & tcp dport 443 redirect to :10443/')
  }
}
RULES
}

nginx_conf() {
  cat <<CONF
user root;
worker_processes 1;
pid $WORLD/web/nginx.pid;
events { worker_connections 1000; }
http {
  access_log $WORLD/web/access.log;
  default_type application/json;
  client_body_temp_path $WORLD/web/1;
  proxy_temp_path $WORLD/web/2;
  fastcgi_temp_path $WORLD/web/3;
  uwsgi_temp_path $WORLD/web/4;
  scgi_temp_path $WORLD/web/5;
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_certificate $WORLD/ca/chain.pem;
  ssl_certificate_key $WORLD/ca/leaf.key;
  server { listen 80 default_server; location / { return 301 https://\$host/; } }
  server { listen 443 ssl default_server; $(unauthorized) }
CONF
  local kind address
  for kind in expired not-yet-valid self-signed wrong-name forged; do
    certified "$kind" "ssl_certificate $WORLD/ca/$kind.pem;"
  done
  certified no-intermediate "ssl_certificate $WORLD/ca/leaf.crt;"
  # OpenSSL 3 still speaks TLS 1.1 when told that no level of security is wanted
  certified tls11 'ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;'
  for address in $(addresses_of plain); do
    echo "server { listen $address:443; $(unauthorized) }"
  done
  for address in $(addresses_of mute); do
    echo "server { listen $address:443 ssl; location / { proxy_pass http://$DNS_SILENT; } }"
  done
  answering refused-470 470 text/plain 'Action: Deny. Reason: No rule matched. Proceeding with default action.'
  answering block-page 403 text/html \
    '<title>Access denied</title><p>This category is blocked by the policy of Contoso.'
  answering error-500 500 application/json '{}'
  answering storage-403 403 application/xml '<Error><Code>AuthorizationFailure</Code></Error>' \
    'add_header x-ms-error-code AuthorizationFailure always;'
  answering vault-403 403 application/json \
    '{"error":{"code":"Forbidden","innererror":{"code":"ForbiddenByFirewall"}}}'
  answering vault-private 403 application/json \
    '{"error":{"code":"Forbidden","innererror":{"code":"ForbiddenByConnection"}}}'
  answering registry-403 403 application/json \
    '{"errors":[{"code":"DENIED","message":"client with IP 203.0.113.7 is not allowed access"}]}'
  answering workspace-403 403 application/json \
    '{"error":{"message":"denied based on workspace private link configuration"}}'
  echo '}'
}

unauthorized() {
  echo 'location / { return 401 "{}"; }'
}

certified() {
  local address
  for address in $(addresses_of "$1"); do
    echo "server { listen $address:443 ssl; $2 $(unauthorized) }"
  done
}

# Kind $1 answers with status $2, type $3 and body $4, and what else nginx is told in $5.
answering() {
  local address
  for address in $(addresses_of "$1"); do
    echo "server { listen $address:443 ssl; ${5:-} location / { default_type $3; return $2 '$4'; } }"
  done
}
