package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// killDelay is how long Node.js may take to end after an interrupt before it is killed.
const killDelay = 5 * time.Second

func findNode() (string, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return "", errors.New("could not find node on the PATH: install Node.js 20 or newer")
	}
	return node, nil
}

// resolveModule finds a module as Node.js itself does when it is required from directory, so that a program runs with
// the copy of @pulumi/pulumi it depends on.
func resolveModule(ctx context.Context, node, module, directory, install string) (string, error) {
	command := exec.CommandContext(ctx, node, "--print", fmt.Sprintf("require.resolve(%q)", module))
	command.Dir = directory
	out, err := command.Output()
	if err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return "", err
	}
	if strings.Contains(string(exit.Stderr), "MODULE_NOT_FOUND") {
		return "", fmt.Errorf("It looks like the Pulumi SDK has not been installed. Have you run %s?", install)
	}
	return "", errors.New(strings.TrimSpace(string(exit.Stderr)))
}

// command is a Node.js process that is interrupted, not killed, when ctx ends.
func command(ctx context.Context, node string, arguments []string) *exec.Cmd {
	process := exec.CommandContext(ctx, node, arguments...)
	process.Cancel = func() error {
		if err := process.Process.Signal(os.Interrupt); err != nil {
			return process.Process.Kill()
		}
		return nil
	}
	process.WaitDelay = killDelay
	return process
}

// either is done as soon as one of two contexts is.
func either(one, other context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(one)
	stop := context.AfterFunc(other, cancel)
	return ctx, func() {
		stop()
		cancel()
	}
}
