// Command pulumi-language-nodejs is the language host of an engine that was built from its Go module.
//
// The Pulumi CLI starts programs and policy packs through a language host: an executable of this name, found beside the
// CLI, that serves the LanguageRuntime protocol. Official installs ship one. The engine's Go module does not contain
// it, so an engine built from that module needs this one to run anything written for Node.js.
//
// It starts the same Node.js modules (@pulumi/pulumi/cmd/run, run-policy-pack, run-plugin) with the same arguments,
// environment and exit codes as the official host, so that a program cannot tell the two apart. It leaves out what
// previews, updates and policy analysis do not use: generating code and packages, linking local packages, attaching a
// debugger, the bun runtime, tracing, and the synchronous invokes of @pulumi/pulumi before 3.0. It reports no required
// packages, so that the engine never downloads a provider before a program asks for one.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/cmdutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/version"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// engineCheckInterval is how long a host may outlive an engine that was killed without saying goodbye.
const engineCheckInterval = 2 * time.Second

func main() {
	showVersion := flag.Bool("version", false, "print the version of the engine this host belongs to")
	flag.String("tracing", "", "accepted because the engine passes it; tracing is not supported")
	flag.Parse()

	if *showVersion {
		fmt.Println(version.Version)
		return
	}

	if err := serve(flag.Arg(0)); err != nil {
		cmdutil.Exit(err)
	}
}

// serve answers the engine at engineAddress until it interrupts the host or goes away.
func serve(engineAddress string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	if engineAddress != "" {
		if err := rpcutil.Healthcheck(ctx, engineAddress, engineCheckInterval, stop); err != nil {
			return fmt.Errorf("could not watch the engine at %s: %w", engineAddress, err)
		}
	}

	cancel := make(chan bool)
	go func() {
		<-ctx.Done()
		close(cancel)
	}()

	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: cancel,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, newHost(ctx, engineAddress))
			return nil
		},
	})
	if err != nil {
		return fmt.Errorf("could not serve the language host: %w", err)
	}

	// The engine reads the port from the first line of standard output.
	fmt.Printf("%d\n", handle.Port)

	return <-handle.Done
}
