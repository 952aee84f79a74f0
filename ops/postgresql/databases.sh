#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: one database and one user a service.
set -euo pipefail
for service in article engagement comment identity; do
	psql --username "$POSTGRES_USER" --dbname postgres -v ON_ERROR_STOP=1 \
		-v name="$service" -v password="$POSTGRES_SERVICE_PASSWORD" <<'SQL'
CREATE USER :"name" PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
SQL
done
