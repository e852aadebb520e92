#!/usr/bin/env bash
# Writes .env beside docker-compose.yml from env.example, with a random secret for each empty value. An existing .env keeps
# its values and gets those that it lacks.
set -euo pipefail
umask 077
here=$(dirname "${BASH_SOURCE[0]}")
env=${1:-$here/../../.env}
[[ -e $env ]] && existed=yes || existed=no
touch "$env"
chmod 600 "$env"
while IFS= read -r line; do
  if [[ $line == PARASOL_* ]]; then
    grep -q "^${line%%=*}=" "$env" && continue
    [[ $line == *= ]] && line+=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  elif [[ $existed == yes ]]; then
    continue
  fi
  printf '%s\n' "$line" >> "$env"
done < "$here/env.example"
echo "All secrets are set in $env. Next: replace the firm's settings in it (name, bank account, bylaws) by your own."
