package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/config"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// alreadyReported is the exit code of @pulumi/pulumi/cmd/run after it told the user what went wrong.
const alreadyReported = 32

// Run executes a program and says how it ended.
func (h *host) Run(ctx context.Context, request *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	ctx, done := either(ctx, h.running)
	defer done()

	process, err := h.program(ctx, request)
	if err != nil {
		return nil, err
	}

	err = process.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return &pulumirpc.RunResponse{}, nil
	case errors.As(err, &exit) && exit.ExitCode() == alreadyReported:
		return &pulumirpc.RunResponse{Bail: true}, nil
	case errors.As(err, &exit):
		return &pulumirpc.RunResponse{
			Error: fmt.Sprintf("Program exited with non-zero exit code: %d", exit.ExitCode()),
		}, nil
	default:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("Problem executing program: %v", err)}, nil
	}
}

func (h *host) program(ctx context.Context, request *pulumirpc.RunRequest) (*exec.Cmd, error) {
	parsed, err := parseOptions(request.GetInfo())
	if err != nil {
		return nil, err
	}
	node, err := findNode()
	if err != nil {
		return nil, err
	}
	directory := request.GetInfo().GetProgramDirectory()
	module, err := resolveModule(ctx, node, "@pulumi/pulumi/cmd/run", directory, "`pulumi install`")
	if err != nil {
		return nil, err
	}
	configuration, err := configurationOf(request)
	if err != nil {
		return nil, err
	}

	arguments := append(parsed.nodeArguments, module)
	arguments = append(arguments, h.runArguments(request)...)
	process := command(ctx, node, arguments)
	process.Env = append(append(os.Environ(), configuration...), parsed.environment()...)
	// Wrapped, because Node.js may switch descriptors it inherits to non-blocking, and Go's own writes to them then fail.
	process.Stdout = struct{ io.Writer }{os.Stdout}
	process.Stderr = struct{ io.Writer }{os.Stderr}
	return process, nil
}

// runArguments is the command line of @pulumi/pulumi/cmd/run.
func (h *host) runArguments(request *pulumirpc.RunRequest) []string {
	var arguments []string
	add := func(flag, value string) {
		if value != "" {
			arguments = append(arguments, "--"+flag, value)
		}
	}
	add("monitor", request.GetMonitorAddress())
	add("engine", h.engineAddress)
	add("organization", request.GetOrganization())
	add("project", request.GetProject())
	add("root-directory", request.GetInfo().GetRootDirectory())
	add("stack", request.GetStack())
	add("pwd", request.GetInfo().GetProgramDirectory())
	if request.GetDryRun() {
		arguments = append(arguments, "--dry-run")
	}
	add("parallel", strconv.Itoa(int(request.GetParallel())))
	arguments = append(arguments, request.GetInfo().GetEntryPoint())
	return append(arguments, request.GetArgs()...)
}

// configurationOf is the stack configuration as @pulumi/pulumi reads it from the environment, with keys in their long
// form ("project:config:name"), which every version of it understands.
func configurationOf(request *pulumirpc.RunRequest) ([]string, error) {
	values := make(map[string]string, len(request.GetConfig()))
	for name, value := range request.GetConfig() {
		key, err := config.ParseKey(name)
		if err != nil {
			return nil, err
		}
		values[key.Namespace()+":config:"+key.Name()] = value
	}
	valuesJSON, err := json.Marshal(values)
	if err != nil {
		return nil, err
	}
	secretKeys := request.GetConfigSecretKeys()
	if secretKeys == nil {
		secretKeys = []string{}
	}
	secretKeysJSON, err := json.Marshal(secretKeys)
	if err != nil {
		return nil, err
	}
	return []string{
		"PULUMI_CONFIG=" + string(valuesJSON),
		"PULUMI_CONFIG_SECRET_KEYS=" + string(secretKeysJSON),
	}, nil
}
