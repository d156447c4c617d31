# Locks the policies of evidence and sealed, for good, where TEDORI_EVIDENCE_LOCKED=true. Locking cannot be undone by anyone;
# the retention can then only be lengthened.
$ErrorActionPreference = 'Stop'
if ($env:TEDORI_EVIDENCE_LOCKED -ne 'true') { exit 0 }
foreach ($container in 'evidence', 'sealed') {
  $policy = @('--account-name', $env:TEDORI_EVIDENCE_ACCOUNT, '--resource-group', $env:AZURE_RESOURCE_GROUP, '--container-name', $container)
  $shown = az storage container immutability-policy show @policy | ConvertFrom-Json
  if ($shown.state -eq 'Locked') { continue }
  if (-not $shown.state) {
    Write-Error "The container '$container' has no policy to lock: provision once with TEDORI_EVIDENCE_LOCKED=false."
  }
  az storage container immutability-policy lock @policy --if-match $shown.etag --output none
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
  Write-Output "The policy of '$container' is locked."
}
