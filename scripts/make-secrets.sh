#!/bin/sh
# Makes the secrets that docker-compose.yml names, where they are missing: random passwords, and the
# addresses that hold them. Run it once on the machine that runs the containers.
set -eu

folder=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd -P)/secrets
umask 022
mkdir -p "$folder"
# Only the owner can enter; the files themselves must be readable for the user inside a container.
chmod 700 "$folder"
echo '*' >"$folder/.gitignore"

random() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

# keep NAME VALUE: writes a secret that is not there yet.
keep() {
  if [ -s "$folder/$1" ]; then
    echo "kept  secrets/$1"
  else
    printf '%s' "$2" >"$folder/$1"
    echo "made  secrets/$1"
  fi
}

keep postgres_password "$(random)"
keep redis_password "$(random)"
keep api_token "$(random)"
keep database_url "postgres://newsmill:$(cat "$folder/postgres_password")@postgres:5432/newsmill"
keep queue_url "redis://:$(cat "$folder/redis_password")@redis:6379/0"
