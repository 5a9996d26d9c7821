import { imageRows } from "../image-list";

/** The Windows half of {@link updateManagerImages}, by publisher, offer and sku. */
export const windowsImages = imageRows("Windows", {
  "center-for-internet-security-inc": {
    "cis-windows-server-2012-r2-v2-2-1-l1": ["cis-ws2012-r2-l1"],
    "cis-windows-server-2012-r2-v2-2-1-l2": ["cis-ws2012-r2-l2"],
    "cis-windows-server-2016-v1-0-0-l1": ["cis-ws2016-l1"],
    "cis-windows-server-2016-v1-0-0-l2": ["cis-ws2016-l2"],
    "cis-windows-server-2019-v1-0-0-l1": ["cis-ws2019-l1"],
    "cis-windows-server-2019-v1-0-0-l2": ["cis-ws2019-l2"],
    "cis-windows-server-2022-l1": ["*"],
    "cis-windows-server-2022-l2": ["*"],
    "cis-windows-server": [
      "cis-windows-server2016-l*",
      "cis-windows-server2019-l*",
      "cis-windows-server2022-l*",
      "cis-windows-server2019-stig-gen1",
    ],
    "cis-win-2016-stig": ["cis-win-2016-stig"],
    "cis-win-2019-stig": ["cis-win-2019-stig"],
  },
  "cloud-infrastructure-services": {
    "hpc2019-windows-server-2019": ["hpc2019-windows-server-2019"],
    "servercore-2019": ["servercore-2019"],
    "ad-dc-2016": ["ad-dc-2016"],
    "ad-dc-2019": ["ad-dc-2019"],
    "ad-dc-2022": ["ad-dc-2022"],
    "sftp-2016": ["sftp-2016"],
    "rds-farm-2019": ["rds-farm-2019"],
    hmailserver: ["hmailserver-email-server-2016"],
  },
  microsoftsqlserver: {
    "*": ["*"],
  },
  cognosys: {
    "sql-server-2016-sp2-std-win2016-debug-utilities": ["sql-server-2016-sp2-std-win2016-debug-utilities"],
  },
  filemagellc: {
    "filemage-gateway-vm-win": ["filemage-gateway-vm-win-*"],
  },
  "microsoft-dsvm": {
    "dsvm-windows": ["*"],
    "dsvm-win-2019": ["*"],
    "dsvm-win-2022": ["*"],
  },
  microsoftazuresiterecovery: {
    "process-server": ["windows-2012-r2-datacenter"],
  },
  microsoftbiztalkserver: {
    "biztalk-server": ["*"],
  },
  microsoftdynamicsax: {
    dynamics: ["*"],
  },
  microsoftpowerbi: {
    "*": ["*"],
  },
  microsoftsharepoint: {
    microsoftsharepointserver: ["*"],
  },
  microsoftvisualstudio: {
    "visualstudio*": ["*-ws2012r2", "*-ws2016", "*-ws2019", "*-ws2022"],
  },
  microsoftwindowsserver: {
    windowsserver: ["*"],
    "windowsserver-hub": ["2012-r2-datacenter-hub", "2016-datacenter-hub"],
    "windows-cvm": ["*"],
    windowsserverdotnet: ["*"],
    "windowsserver-gen2preview": ["*"],
    windowsserversemiannual: ["*"],
    windowsserverupgrade: ["*"],
  },
  microsoftwindowsserverhpcpack: {
    windowsserverhpcpack: ["*"],
  },
  veeam: {
    office365backup: ["veeamoffice365backup"],
    "veeam-backup-replication": ["veeam-backup-replication-v*"],
  },
  microsoftdynamicsnav: {
    dynamicsnav: ["2017"],
  },
  aod: {
    win2019azpolicy: ["win2019azpolicy"],
  },
  esri: {
    "arcgis-enterprise*": ["byol*"],
    "pro-byol": ["pro-byol-*"],
  },
  southrivertech1586314123192: {
    "tn-ent-payg": ["tnentpayg*"],
    "tn-sftp-payg": ["tnsftppayg*"],
  },
  belindaczsro1588885355210: {
    "belvmsrv*": ["belvmsrv*"],
  },
  bissantechnology1583581147809: {
    bissan_secure_windows_server2019: ["secureserver2019"],
  },
  ntegralinc1586961136942: {
    ntg_windows_datacenter_2019: ["ntg_windows_server_2019"],
  },
  outsystems: {
    "os11-vm-baseimage": ["platformserver"],
  },
  tidalmediainc: {
    "windows-server-2022-datacenter": ["windows-server-2022-datacenter"],
  },
});
