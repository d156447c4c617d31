#!/bin/sh
# Lets the app hear the verdicts of the malware scanner, once it runs.
set -eu
if [ -z "${TEDORI_STAFF_CLIENT_ID:-}" ]; then
  echo "TEDORI_STAFF_CLIENT_ID is not set: the verdicts of the malware scanner reach nobody." >&2
  exit 0
fi
cd "$(dirname "$0")/../.."
exec az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name scan-results \
  --template-file infra/modules/scan-results.bicep --output none --parameters \
  topicName="$TEDORI_SCAN_TOPIC" endpoint="$TEDORI_URL/evidence/scans" applicationId="$TEDORI_STAFF_CLIENT_ID"
