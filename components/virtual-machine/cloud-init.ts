import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import MimeNode from "nodemailer/lib/mime-node";

/**
 * What user data may begin with, and its MIME type as a part of a multipart message.
 * https://cloudinit.readthedocs.io/en/latest/explanation/format.html
 */
const formats: ReadonlyArray<readonly [beginning: string, contentType: string]> = [
  ["## template: jinja", "text/jinja2"],
  ["#cloud-boothook", "text/cloud-boothook"],
  ["#cloud-config-archive", "text/cloud-config-archive"],
  ["#cloud-config-jsonp", "text/cloud-config-jsonp"],
  ["#cloud-config", "text/cloud-config"],
  ["#include-once", "text/x-include-once-url"],
  ["#include", "text/x-include-url"],
  ["#part-handler", "text/part-handler"],
  ["#!", "text/x-shellscript"],
];

/** What user data may begin with, in cloud-init's own words. */
export const userDataBeginnings: readonly string[] = formats.map(([beginning]) => beginning);

/** The form of user data, as cloud-init would take it. */
export type UserDataFormat = "gzip" | "multipart" | "text";

/** The form of user data; `undefined` where cloud-init would ignore it. */
export function userDataFormat(userData: Buffer): UserDataFormat | undefined {
  if (userData[0] === 0x1f && userData[1] === 0x8b) return "gzip";
  if (isMultipart(userData)) return "multipart";
  return contentType(userData) === undefined ? undefined : "text";
}

/**
 * One message for cloud-init out of user data and a shell script of ours. The same input gives the same bytes: Azure
 * can't change the custom data of a machine, so that any other byte would ask for another machine.
 *
 * @param userData data whose {@link userDataFormat} is known
 */
export async function joinUserData(
  userData: Buffer,
  script: { readonly filename: string; readonly text: string },
): Promise<Buffer> {
  // Only a root node gets a date and a random message id: the message is written from a node below one.
  const message = new MimeNode("multipart/mixed", { baseBoundary: digest(userData, script.text) }).createChild(
    "multipart/mixed",
  );
  message.setHeader("MIME-Version", "1.0");
  addUserData(message, userData);
  addPart(message, "text/x-shellscript", script.text, script.filename);
  return message.build();
}

function addUserData(message: MimeNode, userData: Buffer): void {
  const format = userDataFormat(userData);
  if (format === "multipart") {
    // An envelope line of the mbox format stands before the headers and would end them here.
    message.createChild().setRaw(
      userData
        .toString("utf8")
        .replace(/^\s*From [^\n]*\n/, "")
        .trimStart(),
    );
  } else if (format === "gzip") {
    // cloud-init unpacks a compressed part, but looks for no message inside one.
    const unpacked = gunzipSync(userData);
    if (isMultipart(unpacked)) addUserData(message, unpacked);
    else addPart(message, "application/gzip", userData, "user-data.gz");
  } else {
    addPart(message, contentType(userData) ?? "text/plain", userData, "user-data");
  }
}

function addPart(message: MimeNode, type: string, content: string | Buffer, filename: string): void {
  const part = message.createChild(type, { filename });
  part.setHeader("Content-Transfer-Encoding", "base64");
  part.setContent(content);
}

function contentType(userData: Buffer): string | undefined {
  const beginning = userData.subarray(0, 4096).toString("utf8").trimStart().toLowerCase();
  return formats.find(([expected]) => beginning.startsWith(expected))?.[1];
}

// cloud-init's own test, in `cloudinit/user_data.py`.
function isMultipart(userData: Buffer): boolean {
  return userData.subarray(0, 4096).toString("latin1").toLowerCase().includes("mime-version:");
}

function digest(userData: Buffer, script: string): string {
  return createHash("sha256").update(userData).update(script).digest("hex").slice(0, 32);
}
