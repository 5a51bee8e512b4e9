# SPDX-License-Identifier: Apache-2.0
# A certificate authority, made anew for every world, and what it issues.

pki_up() (
  mkdir -p "$WORLD/ca"
  cd "$WORLD/ca" || exit
  authority root '/O=Contoso Test PKI/CN=Contoso Test Root'
  authority forge '/CN=Azure Firewall Manager CA'
  request intermediate '/O=Contoso Test PKI/CN=Contoso Test Issuing CA'
  issue intermediate root 3650 basicConstraints=critical,CA:true,pathlen:0 keyUsage=critical,keyCertSign,cRLSign

  served=$({ cut -d' ' -f1 "$WORLD/table" && cat "$1" && echo ready.azure.test; } | sort -u | sed 's/^/DNS:/' | paste -sd,)
  request leaf '/CN=azure.test'
  leaf leaf intermediate "$served"
  cat leaf.crt intermediate.crt >chain.pem
  ln leaf.csr forged.csr
  leaf forged forge "$served"
  cat forged.crt forge.crt >forged.pem
  ln leaf.csr wrong-name.csr
  leaf wrong-name intermediate DNS:another.azure.test
  cat wrong-name.crt intermediate.crt >wrong-name.pem
  dated expired 20240101000000Z 20250101000000Z "$served"
  dated not-yet-valid 20480101000000Z 20490101000000Z "$served"
  openssl req -x509 -key leaf.key -subj /CN=azure.test -days 30 -addext "subjectAltName=$served" \
    -out self-signed.pem 2>self-signed.log
)

authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.crt" \
    -days 3650 -subj "$2" -addext keyUsage=critical,keyCertSign,cRLSign 2>"$1.log"
}

request() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.csr" \
    -subj "$2" 2>"$1.log"
}

# Signs request $1 with authority $2 for $3 days; the rest are extensions, one each.
issue() {
  local name=$1 by=$2 days=$3
  shift 3
  printf '%s\n' "$@" >"$name.ext"
  openssl x509 -req -in "$name.csr" -CA "$by.crt" -CAkey "$by.key" -days "$days" \
    -extfile "$name.ext" -out "$name.crt" 2>"$name.log"
}

# The issuer's place is told as public authorities do; nobody must ever go there.
leaf() {
  issue "$1" "$2" 90 basicConstraints=CA:false keyUsage=critical,digitalSignature extendedKeyUsage=serverAuth \
    'authorityInfoAccess=caIssuers;URI:http://pki.azure.test/issuing.crt,OCSP;URI:http://ocsp.azure.test/' \
    crlDistributionPoints=URI:http://pki.azure.test/issuing.crl "subjectAltName=$3"
}

# A leaf that is valid from $2 to $3 only.
dated() {
  : >index
  printf '%s\n' '[ca]' default_ca=x '[x]' database=index new_certs_dir=. rand_serial=yes default_md=sha256 \
    policy=p '[p]' commonName=supplied >ca.cnf
  printf '%s\n' extendedKeyUsage=serverAuth "subjectAltName=$4" >"$1.ext"
  openssl ca -batch -notext -config ca.cnf -in leaf.csr -cert intermediate.crt -keyfile intermediate.key \
    -extfile "$1.ext" -startdate "$2" -enddate "$3" -out "$1.crt" 2>"$1.log"
  cat "$1.crt" intermediate.crt >"$1.pem"
}
