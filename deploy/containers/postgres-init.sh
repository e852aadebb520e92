#!/usr/bin/env bash
# Creates one database and one user a service, who alone may connect to it. It can be repeated; the image runs it only once,
# so after an interruption run: docker compose exec postgres bash /docker-entrypoint-initdb.d/parasol.sh
set -euo pipefail
for name in membership quality pricing production distribution portal keycloak; do
  psql -v ON_ERROR_STOP=1 -U postgres -v name="$name" -v variable="PARASOL_DB_PASSWORD_${name^^}" <<'SQL'
-- so that neither the process list nor the log of a failed statement contains the password
SET log_min_error_statement = panic;
\getenv password :variable
SELECT format('CREATE USER %I', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER USER :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
