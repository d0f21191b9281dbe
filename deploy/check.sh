#!/usr/bin/env bash
# Looks over what lies beside it, with the programs that will read it: nginx, systemd-analyze, docker compose or PyYAML.
# Changes nothing and starts nothing. What is not installed is said, and then not looked over.
set -euo pipefail
cd "$(dirname "$0")"
PATH=$PATH:/usr/sbin:/sbin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

has() { command -v "$1" >/dev/null || { echo "not looked over: $2 needs $1"; return 1; }; }

if has nginx nginx.conf; then
  for servers in nginx/servers.conf container/servers.conf; do
    mkdir -p "$work/nginx/tls"
    cp nginx/nginx.conf "$servers" "$work/nginx/"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=check \
      -keyout "$work/nginx/tls/doi-thoai.key" -out "$work/nginx/tls/doi-thoai.crt" 2>/dev/null
    sed -i "s#/run/nginx.pid#$work/nginx.pid#; s#/var/log/nginx/#$work/#" "$work/nginx/nginx.conf"
    nginx -t -q -c "$work/nginx/nginx.conf" -e "$work/error.log" && echo "nginx takes nginx.conf with $servers"
  done
fi

if has systemd-analyze 'the units'; then
  cp systemd/*.service systemd/*.timer "$work/"
  cp systemd/doi-thoai@.service "$work/doi-thoai@3001.service"
  # Of a machine on which node is elsewhere, or nothing is installed yet, only the units are of interest.
  sed -i "s#/usr/bin/node#$(command -v node)#" "$work"/*.service
  systemd-analyze verify --man=no "$work/doi-thoai@3001.service" "$work"/doi-thoai-backup.{service,timer}
  for unit in doi-thoai@3001 doi-thoai-backup; do
    systemd-analyze security --offline=true --threshold=20 "$work/$unit.service" | tail -1
  done
fi

if docker compose version >/dev/null 2>&1; then
  POSTGRES_PASSWORD=check docker compose -f container/compose.yaml config --quiet && echo 'docker compose takes compose.yaml'
elif has python3 compose.yaml && python3 -c 'import yaml' 2>/dev/null; then
  python3 -c 'import yaml; print("compose.yaml:", *yaml.safe_load(open("container/compose.yaml"))["services"])'
else
  echo 'not looked over: compose.yaml needs docker compose, or python3 with PyYAML'
fi
