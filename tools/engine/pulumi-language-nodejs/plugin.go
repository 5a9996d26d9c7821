package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"

	sdk "github.com/pulumi/pulumi/sdk/v3"
	"github.com/pulumi/pulumi/sdk/v3/go/common/apitype"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// RunPlugin executes a policy pack or another plugin until the engine stops it, and streams what it prints.
func (h *host) RunPlugin(
	request *pulumirpc.RunPluginRequest, stream pulumirpc.LanguageRuntime_RunPluginServer,
) error {
	ctx, done := either(stream.Context(), h.running)
	defer done()

	closer, stdout, stderr, err := rpcutil.MakeRunPluginStreams(stream, false)
	if err != nil {
		return err
	}

	if request.GetKind() == string(apitype.AnalyzerPlugin) {
		err = runPolicyPack(ctx, request, stdout, stderr)
	} else {
		err = runPlugin(ctx, request, stdout, stderr)
	}

	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("Program exited with non-zero exit code: %d", exit.ExitCode())
	}
	if closeErr := closer.Close(); err == nil {
		err = closeErr
	}
	return err
}

func runPlugin(ctx context.Context, request *pulumirpc.RunPluginRequest, stdout, stderr io.Writer) error {
	arguments := append([]string{request.GetInfo().GetProgramDirectory()}, request.GetArgs()...)
	process, err := plugin(ctx, request, "@pulumi/pulumi/cmd/run-plugin", arguments)
	if err != nil {
		return err
	}
	process.Dir = request.GetPwd()
	process.Stdout, process.Stderr = stdout, stderr
	return process.Run()
}

// runPolicyPack starts a pack behind the SDK's own proxy: packs read the stack they analyze from environment variables,
// which must be set before they start, while the engine tells the stack only to a pack that is already running.
func runPolicyPack(ctx context.Context, request *pulumirpc.RunPluginRequest, stdout, stderr io.Writer) error {
	directory := request.GetInfo().GetProgramDirectory()
	arguments := append(append([]string{}, request.GetArgs()...), directory)
	process, err := plugin(ctx, request, "@pulumi/pulumi/cmd/run-policy-pack", arguments)
	if err != nil {
		return err
	}

	proxy, packOut, err := sdk.NewPolicyProxy(ctx, stdout)
	if err != nil {
		return fmt.Errorf("could not start the policy pack's proxy: %w", err)
	}
	stack, err := proxy.AwaitConfiguration(ctx)
	if err != nil {
		return fmt.Errorf("could not get the stack's configuration: %w", err)
	}
	variables, err := stackEnvironment(stack)
	if err != nil {
		return err
	}

	process.Dir = directory
	process.Env = append(process.Env, variables...)
	process.Stdout, process.Stderr = packOut, stderr
	if err := process.Start(); err != nil {
		return err
	}
	return proxy.Attach(ctx, process)
}

func plugin(
	ctx context.Context, request *pulumirpc.RunPluginRequest, module string, arguments []string,
) (*exec.Cmd, error) {
	parsed, err := parseOptions(request.GetInfo())
	if err != nil {
		return nil, err
	}
	node, err := findNode()
	if err != nil {
		return nil, err
	}
	directory := request.GetInfo().GetProgramDirectory()
	path, err := resolveModule(ctx, node, module, directory, "npm install in "+directory)
	if err != nil {
		return nil, err
	}
	process := command(ctx, node, append(append(parsed.nodeArguments, path), arguments...))
	process.Env = append(append([]string{}, request.GetEnv()...), parsed.environment()...)
	return process, nil
}

// stackEnvironment tells a pack which stack it analyzes. There is none when a pack is published, for example.
func stackEnvironment(stack *pulumirpc.AnalyzerStackConfigureRequest) ([]string, error) {
	if stack == nil {
		return nil, nil
	}
	configuration, err := json.Marshal(stack.GetConfig())
	if err != nil {
		return nil, err
	}
	return []string{
		"PULUMI_NODEJS_ORGANIZATION=" + stack.GetOrganization(),
		"PULUMI_NODEJS_PROJECT=" + stack.GetProject(),
		"PULUMI_NODEJS_STACK=" + stack.GetStack(),
		"PULUMI_NODEJS_DRY_RUN=" + strconv.FormatBool(stack.GetDryRun()),
		"PULUMI_CONFIG=" + string(configuration),
	}, nil
}
