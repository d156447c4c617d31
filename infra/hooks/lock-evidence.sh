#!/bin/sh
# Locks the policies of evidence and sealed, for good, where TEDORI_EVIDENCE_LOCKED=true. Locking cannot be undone by anyone;
# the retention can then only be lengthened.
set -eu
[ "${TEDORI_EVIDENCE_LOCKED:-false}" = true ] || exit 0
for container in evidence sealed; do
  policy="--account-name $TEDORI_EVIDENCE_ACCOUNT --resource-group $AZURE_RESOURCE_GROUP --container-name $container"
  # shellcheck disable=SC2086
  state=$(az storage container immutability-policy show $policy --query state --output tsv)
  [ "$state" = Locked ] && continue
  if [ -z "$state" ]; then
    echo "The container '$container' has no policy to lock: provision once with TEDORI_EVIDENCE_LOCKED=false." >&2
    exit 2
  fi
  # shellcheck disable=SC2086
  etag=$(az storage container immutability-policy show $policy --query etag --output tsv)
  # shellcheck disable=SC2086
  az storage container immutability-policy lock $policy --if-match "$etag" --output none
  echo "The policy of '$container' is locked."
done
