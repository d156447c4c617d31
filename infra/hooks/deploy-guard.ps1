# Refuses between 15:00 and 18:00 JST on a deadline day, before anything is provisioned or deployed.
# TEDORI_FORCE_DEPLOY=1 goes ahead all the same.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..' '..')
$force = if ($env:TEDORI_FORCE_DEPLOY -eq '1') { @('--force') } else { @() }
dotnet run --project infra/local/Tedori.Cli -- deploy-guard @force
exit $LASTEXITCODE
