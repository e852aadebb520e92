#!/usr/bin/env bash
# One database and one user a service, and nobody may connect to another's.
set -euo pipefail
for name in membership quality pricing production distribution keycloak; do
  psql -v ON_ERROR_STOP=1 -U postgres -v name="$name" -v password="$PARASOL_DB_PASSWORD" <<'SQL'
CREATE USER :"name" PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
