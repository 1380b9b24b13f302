#!/usr/bin/env bash
# Run once by the image of PostgreSQL, on an empty data folder.
set -euo pipefail

database() {
    psql -U postgres -v database="$1" -v owner_password="$2" -v password="$3" -f /database.sql postgres
}

database account "$ACCOUNT_OWNER_PASSWORD" "$ACCOUNT_PASSWORD"
database scoring "$SCORING_OWNER_PASSWORD" "$SCORING_PASSWORD"
database opportunity "$OPPORTUNITY_OWNER_PASSWORD" "$OPPORTUNITY_PASSWORD"
