"""Tries the command lines of remediations against the argument tables of the command lines that they are for.

Reads from standard input a JSON list of {"rule", "provider", "text"} and prints a line for each fault. A text is run by bash with
stand-ins on its path that only note what they were called with; nothing is sent anywhere. `aws` calls then go through awscli itself,
which checks operation and parameters before it connects, here to a port that is closed. `jdc` calls are held against the declarations
in the sources of jdcloud_cli, and the fields of their JSON against the models of jdcloud_sdk.
"""

import ast
import contextlib
import importlib.util
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

CLOSED = "http://127.0.0.1:9"
STAND_IN = """#!/bin/bash
printf '%s\\0' "${0##*/}" "$@" END >> "$CALLS"
echo us-east-1
"""
# What a reader puts in place of a capitalised word is longer than the word.
TOO_SHORT = re.compile(r"Parameter validation failed:(\s+Invalid length for parameter [^\n]+)+")


def calls(text):
    """What the text calls, and what bash says of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        for name in ("aws", "az", "jdc"):
            (path / name).write_text(STAND_IN)
            (path / name).chmod(0o755)
        for name in re.findall(r"(?:file://|@)([\w.-]+)", text):
            (path / name).write_text("{}")
        log = path / "calls"
        log.touch()
        ran = subprocess.run(
            ["bash", "-eu", "-c", text],
            cwd=folder,
            env={"PATH": folder + ":/usr/bin:/bin", "CALLS": str(log)},
            capture_output=True,
            text=True,
        )
        argument_lists, one = [], []
        for argument in log.read_text().split("\0")[:-1]:
            if argument == "END":
                argument_lists.append(one)
                one = []
            else:
                one.append(argument)
        return argument_lists, ran.stderr.strip()


def aws_fault(arguments):
    from awscli.clidriver import create_clidriver

    said = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        here = os.getcwd()
        os.chdir(folder)
        for argument in arguments:
            for name in re.findall(r"file://([\w.-]+)", argument):
                pathlib.Path(name).write_text("{}")
        try:
            create_clidriver().main([re.sub(r"\bACCOUNT_ID\b", "123456789012", argument) for argument in arguments])
        except SystemExit:
            pass
        finally:
            os.chdir(here)
    words = said.getvalue().strip()
    reached = "Could not connect to the endpoint URL" in words or TOO_SHORT.fullmatch(words)
    return "" if reached else words[-300:] or "it said nothing"


def folder_of(module):
    return pathlib.Path(importlib.util.find_spec(module).origin).parent


def jdc_operations(service):
    """Of each operation of a service its arguments, each with whether it is required and what its help says."""
    source = folder_of("jdcloud_cli") / "controllers" / "services" / (service + ".py")
    operations = {}
    for function in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if source.exists() else ():
        for decorator in getattr(function, "decorator_list", ()):
            declared = {word.arg: word.value for word in getattr(decorator, "keywords", ())}.get("arguments")
            if declared is not None:
                operations[function.name.replace("_", "-")] = {
                    ast.literal_eval(argument.elts[0])[0]: {
                        word.arg: ast.literal_eval(word.value)
                        for word in argument.elts[1].keywords
                        if word.arg in ("required", "help")
                    }
                    for argument in declared.elts
                }
    return operations


def model_fields(service, model):
    name = model[:1].upper() + model[1:]
    source = folder_of("jdcloud_sdk") / "services" / service / "models" / (name + ".py")
    if not source.exists():
        return None
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return {argument.arg for argument in node.args.args} - {"self"}
    return None


def jdc_json_fault(service, help_text, value):
    held = json.loads(value)
    kind = re.match(r"\s*\((?:array:\s*)?(\w+)\)", help_text)
    fields = model_fields(service, kind.group(1)) if kind else None
    for item in held if isinstance(held, list) else [held]:
        unknown = set(item) - fields if isinstance(item, dict) and fields is not None else set()
        if unknown:
            return "no field %s in %s" % (", ".join(sorted(unknown)), kind.group(1))
    return ""


def jdc_fault(arguments):
    service, operation, given = arguments[0], arguments[1], arguments[2:]
    operations = jdc_operations(service)
    if not operations:
        return "jdc has no service " + service
    if operation not in operations:
        return "jdc %s has no operation %s" % (service, operation)
    declared = operations[operation]
    named = dict(zip(given[::2], given[1::2]))
    unknown = sorted(set(named) - set(declared))
    missing = sorted(name for name, words in declared.items() if words.get("required") and name not in named)
    if unknown or missing or len(given) % 2:
        return "unknown: %s; missing: %s" % (unknown, missing)
    for name, value in named.items():
        if value[:1] in "[{":
            fault = jdc_json_fault(service, declared[name].get("help", ""), value)
            if fault:
                return name + ": " + fault
    return ""


def main():
    os.environ.update(
        AWS_ACCESS_KEY_ID="none",
        AWS_SECRET_ACCESS_KEY="none",
        AWS_DEFAULT_REGION="us-east-1",
        AWS_MAX_ATTEMPTS="1",
        AWS_EC2_METADATA_DISABLED="true",
        AWS_CONFIG_FILE=os.devnull,
        AWS_SHARED_CREDENTIALS_FILE=os.devnull,
        AWS_ENDPOINT_URL=CLOSED,
    )
    faults = {"aws": aws_fault, "jdc": jdc_fault, "az": lambda arguments: ""}
    tried = 0
    for line in json.load(sys.stdin):
        called, words = calls(line["text"])
        if words:
            print("%s, %s: %s" % (line["rule"], line["provider"], words))
        for program, *arguments in called:
            tried += 1
            fault = faults[program](arguments)
            if fault:
                print("%s, %s: %s: %s" % (line["rule"], line["provider"], " ".join([program] + arguments[:3]), fault))
    print("tried", tried)


if __name__ == "__main__":
    main()
