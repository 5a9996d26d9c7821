package main

import (
	"fmt"

	"github.com/google/shlex"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// options are the runtime options of Pulumi.yaml, PulumiPolicy.yaml and PulumiPlugin.yaml.
// https://www.pulumi.com/docs/iac/concepts/projects/project-file/#runtime-options
type options struct {
	typescript     bool
	tsconfig       string
	nodeArguments  []string
	packageManager npm.PackageManagerType
}

var packageManagers = map[string]npm.PackageManagerType{
	"auto": npm.AutoPackageManager,
	"npm":  npm.NpmPackageManager,
	"yarn": npm.YarnPackageManager,
	"pnpm": npm.PnpmPackageManager,
	"bun":  npm.BunPackageManager,
}

func parseOptions(program *pulumirpc.ProgramInfo) (options, error) {
	parsed := options{typescript: true, packageManager: npm.AutoPackageManager}
	given := program.GetOptions().AsMap()

	if value, ok := given["typescript"]; ok {
		if parsed.typescript, ok = value.(bool); !ok {
			return parsed, fmt.Errorf("runtime option typescript must be a boolean, got %v", value)
		}
	}
	if value, ok := given["tsconfig"]; ok {
		if parsed.tsconfig, ok = value.(string); !ok {
			return parsed, fmt.Errorf("runtime option tsconfig must be a string, got %v", value)
		}
	}
	if value, ok := given["nodeargs"]; ok {
		line, isString := value.(string)
		if !isString {
			return parsed, fmt.Errorf("runtime option nodeargs must be a string, got %v", value)
		}
		var err error
		if parsed.nodeArguments, err = shlex.Split(line); err != nil {
			return parsed, fmt.Errorf("runtime option nodeargs %q: %w", line, err)
		}
	}
	if value, ok := given["packagemanager"]; ok {
		name, _ := value.(string)
		if parsed.packageManager, ok = packageManagers[name]; !ok {
			return parsed, fmt.Errorf("runtime option packagemanager must be auto, npm, yarn, pnpm or bun, got %v", value)
		}
	}
	return parsed, nil
}

// environment is what @pulumi/pulumi/cmd/run reads these options from.
func (o options) environment() []string {
	var variables []string
	if o.typescript {
		variables = append(variables, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	if o.tsconfig != "" {
		variables = append(variables, "PULUMI_NODEJS_TSCONFIG_PATH="+o.tsconfig)
	}
	return variables
}
