#!/bin/sh
# Refuses between 15:00 and 18:00 JST on a deadline day, before anything is provisioned or deployed.
# TEDORI_FORCE_DEPLOY=1 goes ahead all the same.
set -eu
cd "$(dirname "$0")/../.."
if [ "${TEDORI_FORCE_DEPLOY:-}" = 1 ]; then set -- --force; else set --; fi
exec dotnet run --project infra/local/Tedori.Cli -- deploy-guard "$@"
