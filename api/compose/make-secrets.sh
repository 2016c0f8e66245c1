#!/bin/sh
# Makes what docker-compose.yml needs and is not there yet; nothing is ever overwritten.
#   sh api/compose/make-secrets.sh [FOLDER]      secrets, beside docker-compose.yml, where none is given
# Nobody else may enter the folder; its files are read by several users in containers.
set -eu
umask 022
folder=${1:-"$(dirname "$0")/../../secrets"}
[ -d "$folder" ] || mkdir -m 700 "$folder"
cd "$folder"

random() { od -A n -N 24 -t x1 /dev/urandom | tr -d ' \n'; }
keep() { [ -e "$1" ] || printf '%s\n' "$2" >"$1"; }

keep postgres_password "$(random)"
keep database_owner_url "postgres://assay_owner:$(random)@postgres:5432/assay"
keep database_url "postgres://assay_app:$(random)@postgres:5432/assay"
keep redis_conf "requirepass $(random)"
keep redis_url "redis://:$(sed 's/^requirepass //' redis_conf)@redis:6379/0"
keep metrics_token "$(random)"
# Where letters are handed over, such as smtps://user:password@mail.example:465; none are sent while it is empty.
keep smtp_url ''

# A certificate for trying it on this machine. In earnest put your own there, then: docker compose kill -s HUP proxy
mkdir -p tls acme
[ -e tls/key.pem ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 360 \
  -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout tls/key.pem -out tls/certificate.pem 2>/dev/null
chmod 644 tls/key.pem

# The only copy of the keys of all codes, made by: docker compose run --rm keys
[ -d keys ] || mkdir -m 700 keys
if [ "$(id -u)" = 0 ]; then
  chown 1000:1000 keys
elif [ "$(id -u)" != 1000 ]; then
  echo "The folder $PWD/keys must belong to the user 1000 of the containers: sudo chown 1000:1000 '$PWD/keys'"
fi
