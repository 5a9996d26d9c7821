import assert from "node:assert/strict";
import {
  containsUnknown,
  fromStruct,
  isUnknown,
  type PropertyMap,
  toStruct,
  unknown,
} from "../../tools/azure/property-values";
import { EngineLogServer } from "./engine-log-server";
import { Estate, schedule } from "./estate";

describe("property values on the wire", () => {
  const secret = (value: PropertyMap[string]): PropertyMap => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value,
  });

  it("lose their secret mark and nothing else", () => {
    const sent = { password: secret("p"), nested: [secret({ a: secret(1) }), true], asIs: { value: "v" } };
    assert.deepEqual(fromStruct(toStruct(sent)), { password: "p", nested: [{ a: 1 }, true], asIs: { value: "v" } });
  });

  it("are unknown where an output has no value", () => {
    const output = { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4" };
    assert.deepEqual(fromStruct(toStruct({ known: { ...output, value: "v" }, unknown: output })), {
      known: "v",
      unknown,
    });
  });

  it("tell what is unknown, at any depth and of any type", () => {
    assert.equal(isUnknown(unknown), true);
    assert.equal(isUnknown("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"), true);
    assert.equal(isUnknown("known"), false);
    assert.equal(containsUnknown({ a: [{ b: unknown }] }), true);
    assert.equal(containsUnknown({ a: [{ b: "known" }] }), false);
  });
});

describe("what the offline Azure does not know", () => {
  const server = { version: "11.0", resourceGroupName: "rg" };

  it("passes as an echo of its inputs", async () => {
    const estate = await Estate.open({});
    try {
      const { client } = estate;
      assert.deepEqual(await client.check("sql:Server", "a", server), { inputs: server, failures: [] });
      assert.deepEqual(await client.preview("sql:Server", "a", server), server);
      const created = await client.create("sql:Server", "a", server);
      assert.match(created.id, /^\/providers\/Offline\.Azure\/unknown\/[0-9a-f-]{36}$/);
      assert.equal((await client.diff("sql:Server", "a", created, server)).changed, false);
      const changed = { ...server, version: "12.0" };
      assert.equal((await client.diff("sql:Server", "a", created, changed)).changed, true);
      assert.deepEqual(await client.update("sql:Server", "a", created, changed), changed);
      assert.deepEqual((await client.read("sql:Server", "a", created.id, created)).outputs, server);
      await client.delete("sql:Server", "a", created);
    } finally {
      await estate.close();
    }
  });

  it("is said in the engine's log", async () => {
    const estate = await Estate.open({ unknownProperties: "warn" });
    const log = await EngineLogServer.open();
    try {
      await estate.client.attach(log.address);
      await estate.client.check("sql:Server", "a", server);
      await estate.client.check("resources:ResourceGroup", "rg", { location: "westeurope", brandNew: true });
      assert.deepEqual(await log.take(2), [
        [
          "urn:pulumi:dev::project::azure-native:sql:Server::a",
          "The offline Azure does not know azure-native:sql:Server: not checked.",
        ],
        [
          "urn:pulumi:dev::project::azure-native:resources:ResourceGroup::rg",
          "Could not find member 'brandNew' on object of type 'ResourceGroup'. Path 'brandNew'.",
        ],
      ]);
    } finally {
      log.close();
      await estate.close();
    }
  });

  it("takes the name of a package that was generated for another API version", async () => {
    const estate = await Estate.open();
    try {
      const name = "azure-native_compute_v20240301";
      assert.deepEqual(await estate.client.parameterize(name, "3.28.0"), [name, "3.28.0"]);
    } finally {
      await estate.close();
    }
  });

  it("is refused on demand", async () => {
    const estate = await Estate.open({ unknownTypes: "reject" });
    try {
      await assert.rejects(estate.client.check("sql:Server", "a", server), {
        message: "Resource type azure-native:sql:Server not found",
      });
    } finally {
      await estate.close();
    }
  });

  it("passes as a property if asked to", async () => {
    const estate = await Estate.open({ unknownProperties: "warn" });
    try {
      const group = { resourceGroupName: "rg", location: "westeurope", brandNew: true };
      assert.deepEqual((await estate.client.check("resources:ResourceGroup", "rg", group)).failures, []);
    } finally {
      await estate.close();
    }
  });
});

describe("what Azure refuses", () => {
  const tooLong = { ...schedule, duration: "05:00" };
  const token = "maintenance:MaintenanceConfiguration";

  it("is deployed with a warning if asked to, and can be changed and read", async () => {
    const estate = await Estate.open({ refusedRequests: "warn" });
    const log = await EngineLogServer.open();
    try {
      await estate.client.attach(log.address);
      const created = await estate.client.deploy(token, "schedule", tooLong);
      await estate.group();
      const changed = await estate.client.update(token, "schedule", created, { ...tooLong, timeZone: "UTC" });
      assert.equal(changed.duration, "05:00");
      const urn = `urn:pulumi:dev::project::azure-native:${token}::schedule`;
      assert.deepEqual(
        (await log.take(2)).map(([about, message]) => [about, message.replace(/ Message=.*/, "")]),
        [
          [urn, 'Azure refuses this: Status=404 Code="ResourceGroupNotFound"'],
          [urn, 'Azure refuses this: Status=400 Code="InvalidMaintenanceWindow"'],
        ],
      );
      assert.equal(estate.azure.resources.length, 2);
    } finally {
      log.close();
      await estate.close();
    }
  });

  it("is refused otherwise", async () => {
    const estate = await Estate.open();
    try {
      await estate.group();
      await assert.rejects(estate.client.deploy(token, "schedule", tooLong), /InvalidMaintenanceWindow/);
    } finally {
      await estate.close();
    }
  });
});

describe("the offline Azure's functions", () => {
  const subnet = { resourceGroupName: "hub", virtualNetworkName: "hub", subnetName: "machines" };
  const subnetId =
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/machines";

  it("say who the caller is", async () => {
    const estate = await Estate.open({ subscriptionId: "s", tenantId: "t" });
    try {
      assert.deepEqual(await estate.client.invoke("azure-native:authorization:getClientConfig", {}), {
        clientId: "22222222-2222-2222-2222-222222222222",
        objectId: "22222222-2222-2222-2222-222222222222",
        subscriptionId: "s",
        tenantId: "t",
      });
    } finally {
      await estate.close();
    }
  });

  it("show the rules of a security group that stand alone beside those inside it", async () => {
    const estate = await Estate.open();
    try {
      await estate.group();
      const rule = { access: "Allow", direction: "Outbound", protocol: "Tcp" };
      const group = { resourceGroupName: "rg", networkSecurityGroupName: "nsg" };
      await estate.client.deploy("network:NetworkSecurityGroup", "nsg", {
        ...group,
        securityRules: [{ ...rule, name: "inside", priority: 100 }],
      });
      const alone = { ...group, ...rule, securityRuleName: "alone", priority: 101 };
      await estate.client.deploy("network:SecurityRule", "alone", alone);
      const { securityRules } = await estate.client.invoke("azure-native:network:getNetworkSecurityGroup", group);
      assert.deepEqual(
        (securityRules as PropertyMap[]).map(({ name, priority }) => [name, priority]),
        [
          ["inside", 100],
          ["alone", 101],
        ],
      );
    } finally {
      await estate.close();
    }
  });

  it("return what exists, and refuse the rest", async () => {
    const estate = await Estate.open();
    try {
      const { outputs } = await estate.group();
      const args = { resourceGroupName: "rg" };
      assert.deepEqual(await estate.client.invoke("azure-native:resources:getResourceGroup", args), outputs);
      await assert.rejects(estate.client.invoke("azure-native:resources:getResourceGroup", subnet), {
        message: `Status=404 Code="ResourceGroupNotFound" Message="Resource group 'hub' could not be found."`,
      });
      await assert.rejects(estate.client.invoke("azure-native:network:getSubnet", subnet, true), {
        message: `Status=404 Code="ResourceNotFound" Message="The Resource 'Microsoft.Network/virtualNetworks/subnets/machines' under resource group 'hub' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"`,
      });
      await assert.rejects(estate.client.invoke("azure-native:storage:listStorageAccountKeys", {}, true), {
        message: "Invoke type azure-native:storage:listStorageAccountKeys not found",
      });
    } finally {
      await estate.close();
    }
  });

  it("let a preview of anybody's stack go on", async () => {
    const estate = await Estate.open({});
    try {
      await estate.client.configure({ location: "westeurope" });
      assert.deepEqual(await estate.client.invoke("azure-native:network:getSubnet", subnet, true), {
        azureApiVersion: "2024-05-01",
        id: subnetId,
        location: "westeurope",
        name: "machines",
        type: "Microsoft.Network/virtualNetworks/subnets",
      });
      assert.deepEqual(await estate.client.invoke("azure-native:storage:listStorageAccountKeys", {}, true), {});
      await assert.rejects(estate.client.invoke("azure-native:network:getSubnet", subnet));
    } finally {
      await estate.close();
    }
  });
});
