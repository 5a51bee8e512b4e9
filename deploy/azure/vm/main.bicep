// SPDX-License-Identifier: Apache-2.0
// A small VM that watches from a subnet that exists: no public address, no identity, no password.
// az deployment group create --resource-group contoso-ml --template-file main.bicep \
//   --parameters subnetId=/subscriptions/... sshPublicKey=@key.pub

@description('Name of the VM; its network interface is called after it')
param name string = 'amlreach'

@description('Region, the one of the subnet')
param location string = resourceGroup().location

@description('Resource id of the subnet to watch from: that of compute, or one with the same routes and rules')
param subnetId string

@description('Public SSH key of the administrator')
param sshPublicKey string

@description('Name of the administrator')
param adminUsername string = 'azureuser'

@description('Size; a check of 1000 endpoints needs less than 100 MiB of memory')
param vmSize string = 'Standard_B2ats_v2'

@description('The cloud-init file, in Base64. It cannot be changed after the VM is made')
param customData string = loadFileAsBase64('cloud-init.yaml')

resource nic 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: '${name}-nic'
  location: location
  properties: {
    ipConfigurations: [
      {
        name: 'internal'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: subnetId
          }
        }
      }
    ]
  }
}

resource vm 'Microsoft.Compute/virtualMachines@2024-03-01' = {
  name: name
  location: location
  properties: {
    hardwareProfile: {
      vmSize: vmSize
    }
    storageProfile: {
      imageReference: {
        publisher: 'Canonical'
        offer: 'ubuntu-24_04-lts'
        sku: 'server'
        version: 'latest'
      }
      osDisk: {
        createOption: 'FromImage'
        deleteOption: 'Delete'
      }
    }
    osProfile: {
      computerName: name
      adminUsername: adminUsername
      customData: customData
      linuxConfiguration: {
        disablePasswordAuthentication: true
        ssh: {
          publicKeys: [
            {
              path: '/home/${adminUsername}/.ssh/authorized_keys'
              keyData: sshPublicKey
            }
          ]
        }
      }
    }
    securityProfile: {
      securityType: 'TrustedLaunch'
      uefiSettings: {
        secureBootEnabled: true
        vTpmEnabled: true
      }
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: nic.id
          properties: {
            deleteOption: 'Delete'
          }
        }
      ]
    }
  }
}

@description('Where to log in and to scrape, from inside the network')
output privateAddress string = nic.properties.ipConfigurations[0].properties.privateIPAddress
