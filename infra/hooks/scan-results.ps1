# Lets the app hear the verdicts of the malware scanner, once it runs. TEDORI_SCAN_PATH is the route that takes them.
$ErrorActionPreference = 'Stop'
if (-not $env:TEDORI_SCAN_PATH -or -not $env:TEDORI_STAFF_CLIENT_ID) {
  Write-Warning 'TEDORI_SCAN_PATH or TEDORI_STAFF_CLIENT_ID is not set: the verdicts of the malware scanner reach nobody.'
  exit 0
}
Set-Location (Join-Path $PSScriptRoot '..' '..')
az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name scan-results `
  --template-file infra/modules/scan-results.bicep --output none --parameters `
  topicName=$env:TEDORI_SCAN_TOPIC endpoint="$($env:TEDORI_URL)/$($env:TEDORI_SCAN_PATH)" applicationId=$env:TEDORI_STAFF_CLIENT_ID
exit $LASTEXITCODE
