import { type Server, ServerCredentials } from "@grpc/grpc-js";

/** Has a server listen on 127.0.0.1, and tells the port that it was given. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
}
