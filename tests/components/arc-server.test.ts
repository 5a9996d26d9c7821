import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArcServer, type ArcServerArgs } from "../../index";
import { applicationId, connected, id, linux, objectId, onboarding } from "./arc-server/arguments";
import { registered, resolved } from "./program";

const clientConfig = {
  "azure-native:authorization:getClientConfig": {
    subscriptionId: "00000000-0000-0000-0000-000000000000",
    tenantId: "11111111-1111-1111-1111-111111111111",
  },
};
const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/servers";
const role = "providers/Microsoft.Authorization/roleDefinitions/b64e21ea-ac4e-4cdf-9dc9-5b892992bee7";

async function server(args: ArcServerArgs) {
  let component: ArcServer | undefined;
  const resources = await registered(async () => {
    component = new ArcServer("files", args);
    await resolved(component.onboardingScript);
  }, clientConfig);
  assert.ok(component);
  const children = resources.filter(({ type }) => type.startsWith("azure-native:"));
  // What waits for the provider's answer is registered when that is there.
  return { component, resources: children.sort((a, b) => `${b.type}${a.name}`.localeCompare(`${a.type}${b.name}`)) };
}

describe("ArcServer", () => {
  it("lets a service principal connect the server, and writes the script", async () => {
    const { component, resources } = await server({ ...linux, machineName: "files-01" });
    assert.deepEqual(resources, [
      {
        type: "azure-native:authorization:RoleAssignment",
        name: "files",
        inputs: {
          roleAssignmentName: resources[0]?.inputs.roleAssignmentName,
          scope: group,
          principalId: objectId,
          principalType: "ServicePrincipal",
          roleDefinitionId: `/subscriptions/00000000-0000-0000-0000-000000000000/${role}`,
          description: "Connects servers to Azure Arc.",
        },
      },
    ]);
    const script = await resolved(component.onboardingScript);
    assert.match(script ?? "", /^ {2}--service-principal-id '33333333-3333-3333-3333-333333333333' \\$/m);
    assert.match(script ?? "", /^ {2}--tenant-id '11111111-1111-1111-1111-111111111111' \\$/m);
    assert.match(script ?? "", /^ {2}--subscription-id '00000000-0000-0000-0000-000000000000' \\$/m);
    assert.match(script ?? "", /python3/);
    assert.equal(await resolved(pulumi.output(pulumi.isSecret(component.onboardingScript))), false);
    assert.equal(await resolved(component.machineId), `${group}/providers/Microsoft.HybridCompute/machines/files-01`);
    assert.equal(await resolved(component.machineName), "files-01");
    assert.deepEqual(await resolved(component.roleAssignmentIds), ["azure-native:authorization:RoleAssignment/files"]);
    assert.deepEqual(await resolved(component.resourceProviders), [
      "Microsoft.Compute",
      "Microsoft.HybridCompute",
      "Microsoft.GuestConfiguration",
      "Microsoft.HybridConnectivity",
    ]);
    assert.equal(await resolved(component.operatingSystem), "Linux");
  });

  it("names no server where the host's name is taken", async () => {
    const { component } = await server(linux);
    assert.equal(await resolved(component.machineId), undefined);
    assert.equal(await resolved(component.machineName), undefined);
  });

  it("lets the service principal read the private link scope", async () => {
    const privateLinkScopeId = id("privateLinkScopes/scope");
    const { component, resources } = await server({ ...linux, privateLinkScopeId });
    assert.deepEqual(
      resources.map(({ name, inputs }) => [name, inputs.scope, inputs.roleDefinitionId]),
      [
        ["files", group, `/subscriptions/00000000-0000-0000-0000-000000000000/${role}`],
        ["files-private-link-scope", privateLinkScopeId, `/subscriptions/00000000-0000-0000-0000-000000000000/${role}`],
      ],
    );
    assert.match((await resolved(component.onboardingScript)) ?? "", /--private-link-scope '\/subscriptions\//);
  });

  it("passes every argument on to the script", async () => {
    const { component, resources } = await server({
      ...linux,
      location: pulumi.output("usgovvirginia"),
      tags: pulumi.output({ team: "files" }),
      onboarding: {
        servicePrincipalId: applicationId,
        servicePrincipalSecret: "s3cret",
        roleAssignment: { skip: true },
        subscriptionId: "55555555-5555-5555-5555-555555555555",
        tenantId: "66666666-6666-6666-6666-666666666666",
      },
      agent: {
        proxyUrl: pulumi.output("http://proxy:3128"),
        proxyBypass: ["Arc", "ARM"],
        allowedExtensions: [],
        enableAutomaticUpgrade: true,
        installPython: false,
        installerUrl: "https://mirror/azcmagent",
      },
    });
    assert.deepEqual(resources, []);
    const script = (await resolved(component.onboardingScript)) ?? "";
    assert.equal(
      script.slice(script.indexOf("if ! command")),
      `if ! command -v azcmagent >/dev/null 2>&1; then
  https_proxy='http://proxy:3128' wget -q 'https://mirror/azcmagent' -O "$folder/install_linux_azcmagent.sh"
  bash "$folder/install_linux_azcmagent.sh" --proxy 'http://proxy:3128'
fi

azcmagent config set config.mode 'full'
azcmagent config set extensions.enabled 'true'
azcmagent config set extensions.allowlist 'Microsoft.CPlat.Core/LinuxPatchExtension,Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension'
azcmagent config set proxy.url 'http://proxy:3128'
azcmagent config set proxy.bypass 'Arc,ARM'

state=$(azcmagent show --json 2>/dev/null || true)
connected='"status": *"Connected"'
if [[ $state =~ $connected ]]; then
  echo 'This server is connected to Azure Arc already.'
  exit 0
fi

printf '%s\\n' '{"service-principal-secret":"s3cret"}' >"$folder/secret.json"

azcmagent connect --config "$folder/secret.json" \\
  --service-principal-id '33333333-3333-3333-3333-333333333333' \\
  --tenant-id '66666666-6666-6666-6666-666666666666' \\
  --subscription-id '55555555-5555-5555-5555-555555555555' \\
  --resource-group 'servers' \\
  --location 'usgovvirginia' \\
  --cloud 'AzureUSGovernment' \\
  --tags 'team=files' \\
  --enable-automatic-upgrade
`,
    );
  });

  it("keeps a secret that is written into the script secret, and out of the state", async () => {
    const recorded: unknown[] = [];
    pulumi.runtime.setMocks({
      newResource: ({ type, name, inputs }) => {
        if (type === "pulumi-azure-update-manager:index:ArcServer") recorded.push(inputs.onboarding);
        return { id: name, state: inputs };
      },
      call: ({ token }) => clientConfig[token as keyof typeof clientConfig],
    });
    const component = new ArcServer("files", {
      ...linux,
      onboarding: { ...onboarding, servicePrincipalSecret: "s3cret" },
    });
    assert.equal(await pulumi.isSecret(component.onboardingScript), true);
    assert.match((await resolved(component.onboardingScript)) ?? "", /s3cret/);
    await pulumi.runtime.disconnect();
    // The engine's mark of a secret, in which it keeps the value encrypted.
    const mark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    assert.deepEqual(recorded, [{ ...mark, value: { ...onboarding, servicePrincipalSecret: "s3cret" } }]);
  });

  it("turns daily assessment on for a server that is connected", async () => {
    const { component, resources } = await server(connected);
    assert.deepEqual(resources, [
      {
        type: "azure-native:hybridcompute:Machine",
        name: "files",
        inputs: {
          resourceGroupName: "servers",
          machineName: "files",
          osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
        },
      },
    ]);
    assert.equal(await resolved(component.onboardingScript), undefined);
    assert.deepEqual(await resolved(component.roleAssignmentIds), []);
  });

  it("passes every argument on to the server's resource", async () => {
    const privateLinkScopeId = id("privateLinkScopes/scope");
    const { resources } = await server({
      ...connected,
      operatingSystem: "Windows",
      system: "Windows Server 2025 Datacenter",
      privateLinkScopeId,
      tags: { team: "files" },
      machine: {
        id: id("machines/files"),
        assessmentMode: "ImageDefault",
        enableHotpatching: true,
        licenseProfile: { softwareAssuranceCustomer: true, payAsYouGo: false },
      },
    });
    assert.deepEqual(resources, [
      {
        type: "azure-native:hybridcompute:Machine",
        name: "files",
        inputs: {
          resourceGroupName: "servers",
          machineName: "files",
          osProfile: { windowsConfiguration: { assessmentMode: "ImageDefault", enableHotpatching: true } },
          tags: { team: "files" },
          privateLinkScopeResourceId: privateLinkScopeId,
        },
      },
      {
        type: "azure-native:hybridcompute:LicenseProfile",
        name: "files",
        inputs: {
          resourceGroupName: "servers",
          machineName: "files1a2b3c4d",
          licenseProfileName: "default",
          location: "westeurope",
          softwareAssuranceCustomer: true,
          productType: "WindowsServer",
          subscriptionStatus: "Disabled",
          productFeatures: [{ name: "Hotpatch", subscriptionStatus: "Enabled" }],
          tags: { team: "files" },
        },
      },
    ]);
  });

  it("links a licence for Extended Security Updates", async () => {
    const { resources } = await server({
      ...connected,
      operatingSystem: "Windows",
      system: "Windows Server 2012 R2",
      machine: {
        id: id("machines/files"),
        licenseProfile: { extendedSecurityUpdatesLicenseId: pulumi.output(id("licenses/esu")) },
      },
    });
    assert.deepEqual(resources[1]?.inputs, {
      resourceGroupName: "servers",
      machineName: "files1a2b3c4d",
      licenseProfileName: "default",
      location: "westeurope",
      assignedLicense: id("licenses/esu"),
    });
  });

  it("gives the same program the same resources", async () => {
    const args: ArcServerArgs = { ...linux, privateLinkScopeId: id("privateLinkScopes/scope"), tags: { a: "b" } };
    const [first, second] = [await server(args), await server(args)];
    assert.deepEqual(first.resources, second.resources);
    assert.equal(await resolved(first.component.onboardingScript), await resolved(second.component.onboardingScript));
  });
});
