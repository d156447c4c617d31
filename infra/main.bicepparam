// What azd knows of the environment; `azd env set NAME VALUE` sets the rest. infra/OPERATIONS.md lists the names.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'japaneast')
param mailSender = readEnvironmentVariable('TEDORI_MAIL_SENDER')
param mailSenderName = readEnvironmentVariable('TEDORI_MAIL_SENDER_NAME')
param mailEventsKey = readEnvironmentVariable('TEDORI_MAIL_EVENTS_KEY')
param alarmAddresses = readEnvironmentVariable('TEDORI_ALARM_ADDRESSES')
param staffClientId = readEnvironmentVariable('TEDORI_STAFF_CLIENT_ID', '')
param publicUrl = readEnvironmentVariable('TEDORI_PUBLIC_URL', '')
param evidenceLocked = bool(readEnvironmentVariable('TEDORI_EVIDENCE_LOCKED', 'false'))
param programmeEnd = readEnvironmentVariable('TEDORI_PROGRAMME_END', '2027-09-30')
param privateNetwork = bool(readEnvironmentVariable('TEDORI_PRIVATE_NETWORK', 'false'))
param otlpEndpoint = readEnvironmentVariable('TEDORI_OTLP_ENDPOINT', '')
param alwaysReady = int(readEnvironmentVariable('TEDORI_ALWAYS_READY', '1'))
param maximumInstances = int(readEnvironmentVariable('TEDORI_MAXIMUM_INSTANCES', '100'))
param monthlyBudget = int(readEnvironmentVariable('TEDORI_MONTHLY_BUDGET'))
param budgetFrom = readEnvironmentVariable('TEDORI_BUDGET_FROM')
