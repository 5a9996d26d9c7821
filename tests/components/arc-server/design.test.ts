import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { designArcServer, requiredResourceProviders } from "../../../components/arc-server/design";
import type { ArcServerArgs } from "../../../index";
import { failure } from "../program";
import { applicationId, connected, id, linux, onboarding, problemsOf, windows } from "./arguments";

const servers = "https://learn.microsoft.com/azure/azure-arc/servers";
const updateManager = "https://learn.microsoft.com/azure/update-manager";
const agent = (args: object) => ({ ...linux, agent: args });

/** What is wrong with arguments, each as `path: reason`. */
const cases: Readonly<Record<string, [args: object, ...problems: string[]]>> = {
  "nothing at all": [
    {},
    "resourceGroupName: give the resource group that the server belongs to.",
    "onboarding: say how the server gets connected, or give machine.id where it is connected already.",
    "operatingSystem: say what the server runs.",
    "location: give the region that the server's resource is to be in.",
  ],
  "another operating system": [
    { ...linux, operatingSystem: "BSD" },
    'operatingSystem: "BSD" is not one of "Linux" or "Windows".',
  ],
  "a system of the other kind": [
    { ...linux, system: "Windows Server 2025" },
    'system: "Windows Server 2025" is not Linux, which operatingSystem says.',
  ],
  "a region that serves VMs alone": [
    { ...linux, location: "usgovtexas" },
    `location: Update Manager does not serve Arc-enabled servers in usgovtexas. See ${updateManager}/supported-regions`,
  ],
  "a name that Azure refuses": [
    { ...linux, machineName: "files-" },
    'machineName: "files-" is not 1 to 54 letters, digits, ".", "-" and "_" with a letter or a digit at the end.',
  ],
  "a private link scope that is none": [
    { ...linux, privateLinkScopeId: "scope" },
    'privateLinkScopeId: "scope" is not the id of a Microsoft.HybridCompute/privateLinkScopes resource.',
  ],
  "an agent without a script": [
    { ...connected, agent: {} },
    "agent: has no effect without onboarding, whose script sets the agent up: leave it out.",
  ],
  "a tag that the agent can't take": [
    { ...linux, tags: { owner: "a, b" } },
    `tags: the tag "owner" has one of , ' " in its value "a, b", which azcmagent connect can't take. See ${servers}/azcmagent-connect#flags`,
  ],
  "a tag name that the agent can't take": [
    { ...linux, tags: { "a=b": "c" } },
    `tags: the tag name "a=b" has one of , ' " = in it, which azcmagent connect can't take. See ${servers}/azcmagent-connect#flags`,
  ],
  "resource providers that are missing": [
    { ...linux, registeredResourceProviders: ["microsoft.compute", "Microsoft.HybridCompute"] },
    `registeredResourceProviders: the subscription must be registered for Microsoft.GuestConfiguration, Microsoft.HybridConnectivity too: az provider register --namespace Microsoft.GuestConfiguration; az provider register --namespace Microsoft.HybridConnectivity. See ${servers}/prerequisites#azure-resource-providers`,
  ],
  "no service principal": [
    { ...linux, onboarding: {} },
    "onboarding.servicePrincipalId: give the application id of the service principal.",
    "onboarding.servicePrincipalObjectId: give the object id of the service principal, or set onboarding.roleAssignment.skip.",
  ],
  "the application id as the object id": [
    { ...linux, onboarding: { ...onboarding, servicePrincipalObjectId: applicationId } },
    `onboarding.servicePrincipalObjectId: "${applicationId}" is the application id: give the object id of the enterprise application.`,
  ],
  "an object id that does nothing": [
    { ...linux, onboarding: { ...onboarding, roleAssignment: { skip: true } } },
    "onboarding.servicePrincipalObjectId: has no effect with onboarding.roleAssignment.skip: leave one of them out.",
  ],
  "ids that are no GUIDs, and an empty secret": [
    {
      ...linux,
      onboarding: {
        servicePrincipalId: "app",
        servicePrincipalObjectId: "object",
        subscriptionId: "Production",
        tenantId: "contoso.com",
        servicePrincipalSecret: " ",
      },
    },
    'onboarding.servicePrincipalId: "app" is not a GUID.',
    'onboarding.servicePrincipalObjectId: "object" is not a GUID.',
    "onboarding.servicePrincipalSecret: is empty.",
    'onboarding.subscriptionId: "Production" is not a GUID.',
    'onboarding.tenantId: "contoso.com" is not a GUID.',
  ],
  "a secret and a certificate": [
    {
      ...linux,
      onboarding: { ...onboarding, servicePrincipalSecret: "s3cret", servicePrincipalCertificatePath: "/etc/arc.pem" },
    },
    `onboarding.servicePrincipalCertificatePath: a service principal signs in with a secret or with a certificate: give only one of the two. See ${servers}/azcmagent-connect`,
  ],
  "a cloud that the region is not in": [
    { ...linux, location: "usgovvirginia", onboarding: { ...onboarding, cloud: "china" } },
    'onboarding.cloud: "china" is not the cloud of location "usgovvirginia", which is "usgovernment": leave it out.',
  ],
  "a cloud that does not exist": [
    { ...linux, onboarding: { ...onboarding, cloud: "AzureCloud" } },
    'onboarding.cloud: "AzureCloud" is not one of "public", "usgovernment" or "china".',
  ],
  "a gateway beside a private link scope, in another cloud, by another id": [
    {
      ...linux,
      location: "usgovvirginia",
      privateLinkScopeId: id("privateLinkScopes/scope"),
      onboarding: { ...onboarding, gatewayId: "gateway" },
    },
    `onboarding.gatewayId: a server reaches Azure Arc through a gateway or through a private link scope: give only one of the two. See ${servers}/arc-gateway`,
    `onboarding.gatewayId: there is no Arc gateway outside the public cloud. See ${servers}/arc-gateway`,
    'onboarding.gatewayId: "gateway" is not the id of a Microsoft.HybridCompute/gateways resource.',
  ],
  "Python on Windows": [
    { ...windows, agent: { installPython: true } },
    "agent.installPython: Update Manager needs no Python on Windows: leave it out.",
  ],
  "a proxy with a password, which is not shown": [
    agent({ proxyUrl: "http://user:s3cret@proxy:3128" }),
    `agent.proxyUrl: the agent can't sign in to a proxy: give it without user name and password. See ${servers}/manage-agent-proxy-settings`,
  ],
  "a proxy that is none": [
    agent({ proxyUrl: "proxy:3128" }),
    `agent.proxyUrl: "proxy:3128" is not "http://host:port". See ${servers}/manage-agent-proxy-settings`,
  ],
  "a bypass of no proxy, and of no service": [
    agent({ proxyBypass: ["Arc", "Updates"] }),
    `agent.proxyBypass: has no effect without agent.proxyUrl: leave it out. See ${servers}/manage-agent-proxy-settings`,
    `agent.proxyBypass[1]: "Updates" is not one of "AAD", "ARM", "AMA", "Arc" or "ArcData". See ${servers}/manage-agent-proxy-settings`,
  ],
  "an installer that anybody could change": [
    agent({ installerUrl: "http://mirror/azcmagent" }),
    'agent.installerUrl: "http://mirror/azcmagent" is not a URL that begins with https.',
  ],
  "extensions that are none, or keep Update Manager out": [
    agent({
      allowedExtensions: ["AzureMonitorLinuxAgent", "allow/none"],
      blockedExtensions: ["microsoft.cplat.core/linuxpatchextension", "Microsoft.CPlat.Core/WindowsPatchExtension"],
    }),
    `agent.allowedExtensions[0]: "AzureMonitorLinuxAgent" is not an extension's publisher/type, such as "Microsoft.Azure.Monitor/AzureMonitorLinuxAgent". See ${servers}/security-extensions#allowlists-and-blocklists`,
    `agent.allowedExtensions[1]: "allow/none" would keep out Update Manager's extensions: leave it out. See ${servers}/security-extensions#allowlists-and-blocklists`,
    `agent.blockedExtensions[0]: "Microsoft.CPlat.Core/LinuxPatchExtension" is what Update Manager works with: leave it out. See ${servers}/security-extensions#allowlists-and-blocklists`,
  ],
  "a machine that is none": [
    {
      ...connected,
      machine: { id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm" },
    },
    'machine.id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm" is not the id of a Microsoft.HybridCompute/machines resource.',
  ],
  "a machine without an id": [{ ...connected, machine: {} }, "machine.id: give the resource id of the server."],
  "a machine whose id is an output": [
    { ...connected, machine: { id: pulumi.output(id("machines/files")) } },
    "machine.id: must be plain text and no output: the engine imports the resource by it before anything is deployed.",
  ],
  "a machine of another name and group": [
    { ...connected, resourceGroupName: "others", machineName: "web" },
    'machineName: "web" is not what machine.id says, which is "files".',
    'resourceGroupName: "others" is not what machine.id says, which is "servers".',
  ],
  "an assessment that does not exist": [
    { ...connected, machine: { id: id("machines/files"), assessmentMode: "Daily" } },
    'machine.assessmentMode: "Daily" is not one of "AutomaticByPlatform" or "ImageDefault".',
  ],
  "hotpatching and licences on Linux": [
    {
      ...connected,
      machine: {
        id: id("machines/files"),
        enableHotpatching: true,
        licenseProfile: {
          extendedSecurityUpdatesLicenseId: id("licenses/esu"),
          softwareAssuranceCustomer: true,
          payAsYouGo: true,
        },
      },
    },
    `machine.enableHotpatching: "Linux" does not hotpatch as an Arc-enabled server: only Windows Server 2025 does, which system has to say. See ${updateManager}/manage-hot-patching-arc-machines`,
    "machine.licenseProfile.extendedSecurityUpdatesLicenseId: is for Windows alone: leave it out.",
    "machine.licenseProfile.softwareAssuranceCustomer: is for Windows alone: leave it out.",
    "machine.licenseProfile.payAsYouGo: is for Windows alone: leave it out.",
  ],
  "hotpatching and Extended Security Updates of the wrong Windows": [
    {
      ...connected,
      operatingSystem: "Windows",
      system: "Windows Server 2022",
      machine: {
        id: id("machines/files"),
        enableHotpatching: true,
        licenseProfile: { extendedSecurityUpdatesLicenseId: "licence" },
      },
    },
    `machine.enableHotpatching: "Windows Server 2022" does not hotpatch as an Arc-enabled server: only Windows Server 2025 does, which system has to say. See ${updateManager}/manage-hot-patching-arc-machines`,
    `machine.licenseProfile.extendedSecurityUpdatesLicenseId: "Windows Server 2022" gets no Extended Security Updates: only Windows Server 2012, 2012 R2 and 2016 do, which system has to say. See ${servers}/api-extended-security-updates`,
    'machine.licenseProfile.extendedSecurityUpdatesLicenseId: "licence" is not the id of a Microsoft.HybridCompute/licenses resource.',
  ],
};

describe("the arguments of ArcServer", () => {
  for (const [title, [args, ...problems]] of Object.entries(cases)) {
    it(`may not be ${title}`, () => assert.deepEqual(problemsOf(args), problems));
  }

  it("are refused with all that is wrong in one message", () => {
    assert.throws(() => designArcServer("files", { ...linux, location: "usgovtexas", machineName: "" }), {
      message: [
        'ArcServer "files" cannot be created:',
        `  location: Update Manager does not serve Arc-enabled servers in usgovtexas. See ${updateManager}/supported-regions`,
        '  machineName: "" is not 1 to 54 letters, digits, ".", "-" and "_" with a letter or a digit at the end.',
      ].join("\n"),
    });
  });

  it("are checked when they resolve, where they are outputs", async () => {
    const { location, tags } = designArcServer("files", {
      ...linux,
      location: pulumi.output("usgovtexas"),
      tags: { owner: pulumi.output("it's me") },
    });
    const messages = await Promise.all([location, tags].map((value) => failure(pulumi.output(value))));
    assert.deepEqual(
      messages.map((error) => (error as Error).message.split("\n")[1]),
      [
        `  location: Update Manager does not serve Arc-enabled servers in usgovtexas. See ${updateManager}/supported-regions`,
        `  tags: the tag "owner" has one of , ' " in its value "it's me", which azcmagent connect can't take. See ${servers}/azcmagent-connect#flags`,
      ],
    );
  });

  it("may name systems and regions that no list has, with a word of warning", () => {
    const advice = (args: Partial<ArcServerArgs>) => designArcServer("files", { ...linux, ...args }).advice;
    assert.deepEqual(advice({ system: "Ubuntu 24.04" }), []);
    assert.deepEqual(advice({ system: "Red Hat Enterprise Linux 9.4" }), []);
    assert.deepEqual(advice({ operatingSystem: "Windows", system: "Windows Server 2022 Datacenter" }), []);
    assert.deepEqual(advice({ operatingSystem: "Windows", system: "Windows Server 2012 R2" }), []);
    assert.deepEqual(advice({ system: "Gentoo" }), [
      `Gentoo is not on Update Manager's list of systems for Arc-enabled servers. The list may be behind: see ${updateManager}/support-matrix-updates`,
    ]);
    assert.deepEqual(advice({ location: "mexicocentral" }), [
      `Update Manager's list of regions for Arc-enabled servers does not have mexicocentral. The article lists regions as of 2025-05-13; Azure may have added some since. See ${updateManager}/supported-regions`,
    ]);
  });

  it("name the resource providers that the documents name", () => {
    assert.deepEqual(requiredResourceProviders, [
      "Microsoft.Compute",
      "Microsoft.HybridCompute",
      "Microsoft.GuestConfiguration",
      "Microsoft.HybridConnectivity",
    ]);
    assert.deepEqual(problemsOf({ ...linux, registeredResourceProviders: [...requiredResourceProviders] }), []);
  });
});
