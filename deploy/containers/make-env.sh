#!/usr/bin/env bash
# Writes .env beside docker-compose.yml as env.example is, with a random secret for each empty value. Of an .env that is
# there everything stays as it is, and the values it lacks are added.
set -euo pipefail
umask 077
here=$(dirname "${BASH_SOURCE[0]}")
env=${1:-$here/../../.env}
[[ -e $env ]] && begun=yes || begun=no
touch "$env"
chmod 600 "$env"
while IFS= read -r line; do
  if [[ $line == PARASOL_* ]]; then
    grep -q "^${line%%=*}=" "$env" && continue
    [[ $line == *= ]] && line+=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  elif [[ $begun == yes ]]; then
    continue
  fi
  printf '%s\n' "$line" >> "$env"
done < "$here/env.example"
echo "Every secret is set in $env. What else the firm says of itself stands there too: put in your own."
