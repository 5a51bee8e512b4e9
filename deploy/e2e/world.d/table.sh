# SPDX-License-Identifier: Apache-2.0
# Reads the tables of ../faults; their first lines say what the columns mean.

# The rows without comments, single spaces between columns.
rows() {
  awk '!/^[[:space:]]*(#|$)/ { $1 = $1; print }'
}

# Addresses in a column of DNS words such as "10.20.3.4,10.20.3.5" or "alias:NAME:10.20.3.4".
# Prints "address port protocol host" for every row whose column $1 is the word $2.
where() {
  awk -v column="$1" -v word="$2" '$column == word {
    split($5, target, ":")
    list = $2
    sub(/^alias:[^:]*:/, "", list)
    count = split(list, addresses, ",")
    for (i = 1; i <= count; i++)
      if (addresses[i] ~ /^[0-9.]+$/) print addresses[i], target[2], target[1], $1
  }' "$WORLD/table"
}

# The addresses that a kind of server is to have.
addresses_of() {
  where 3 "$1" | cut -d' ' -f1 | sort -u
}
