/**
 * The commands for the Connected Machine agent
 * (https://learn.microsoft.com/azure/azure-arc/servers/manage-agent#agent-specific-proxy-configuration). With a private
 * link scope the two names that it makes private are reached past the proxy.
 */
export function arcAgentCommands(url: string, privateLinkScope: boolean): string[] {
  const commands = [`azcmagent config set proxy.url "${url}"`];
  return privateLinkScope ? [...commands, 'azcmagent config set proxy.bypass "Arc"'] : commands;
}

/** Sets the proxy of WinHTTP: Windows Update has no ear for the proxy of a user. */
export function windowsScript(server: string, bypass: readonly string[]): string {
  const list = ["<local>", ...bypass.filter((value) => value !== "localhost" && value !== "127.0.0.1")];
  return `netsh winhttp set proxy proxy-server="${server}" bypass-list="${list.join(";")}"\n`;
}

/** Sets the proxy of each package manager that a machine has, in the manager's own configuration. */
export function linuxScript(url: string, bypass: readonly string[]): string {
  // apt.conf(5) takes single hosts; zypper's NO_PROXY takes domains with a leading dot, and neither takes prefixes.
  const hosts = bypass.filter((value) => !value.includes("/"));
  const direct = hosts.filter((value) => !value.startsWith("*."));
  const noProxy = hosts.map((value) => value.replace(/^\*/, "")).join(",");
  return `#!/bin/sh
set -eu

if [ -d /etc/apt/apt.conf.d ]; then
  cat > /etc/apt/apt.conf.d/95-update-proxy <<'APT'
Acquire::http::Proxy "${url}";
Acquire::https::Proxy "${url}";
${direct.flatMap((host) => [`Acquire::http::Proxy::${host} "DIRECT";`, `Acquire::https::Proxy::${host} "DIRECT";`]).join("\n")}
APT
fi

for file in /etc/dnf/dnf.conf /etc/yum.conf; do
  if [ -f "$file" ]; then
    sed -i --follow-symlinks -e '/^proxy[ =]/d' -e '/^\\[main\\]/a proxy=${url}' "$file"
  fi
done

if [ -f /etc/sysconfig/proxy ]; then
  sed -i --follow-symlinks -e '/^PROXY_ENABLED=/d' -e '/^HTTPS\\{0,1\\}_PROXY=/d' -e '/^NO_PROXY=/d' /etc/sysconfig/proxy
  cat >> /etc/sysconfig/proxy <<'ZYPPER'
PROXY_ENABLED="yes"
HTTP_PROXY="${url}"
HTTPS_PROXY="${url}"
NO_PROXY="${noProxy}"
ZYPPER
fi
`;
}
