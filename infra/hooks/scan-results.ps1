# Lets the app hear the verdicts of the malware scanner, once it runs.
$ErrorActionPreference = 'Stop'
if (-not $env:TEDORI_STAFF_CLIENT_ID) {
  Write-Warning 'TEDORI_STAFF_CLIENT_ID is not set: the verdicts of the malware scanner reach nobody.'
  exit 0
}
Set-Location (Join-Path $PSScriptRoot '..' '..')
az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name scan-results `
  --template-file infra/modules/scan-results.bicep --output none --parameters `
  topicName=$env:TEDORI_SCAN_TOPIC endpoint="$($env:TEDORI_URL)/evidence/scans" applicationId=$env:TEDORI_STAFF_CLIENT_ID
exit $LASTEXITCODE
