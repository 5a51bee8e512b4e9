// SPDX-License-Identifier: Apache-2.0
// A compute instance that installs amlreach while it is made. Put setup.sh, the package and the settings
// into the notebooks' file share first, all in one folder.

@description('Name of the workspace')
param workspaceName string

@description('Name of the compute instance, unique in its region')
param name string

@description('Region of the workspace')
param location string = resourceGroup().location

@description('Size of the compute instance')
param vmSize string = 'Standard_DS3_v2'

@description('Where setup.sh is in the notebooks')
param script string = 'Users/contoso/setup.sh'

@description('Package and settings, by their names beside setup.sh')
param arguments string = 'amlreach_0.1.0_amd64.deb amlreach.yaml'

resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = {
  name: workspaceName
}

resource instance 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: name
  location: location
  properties: {
    computeType: 'ComputeInstance'
    properties: {
      vmSize: vmSize
      setupScripts: {
        scripts: {
          creationScript: {
            scriptSource: 'workspaceStorage'
            scriptData: script
            scriptArguments: arguments
          }
        }
      }
    }
  }
}
