"""Nephoscope beside Prowler on one account of an emulator (world.py), with equal checks, in turns.

    peer.py LAUNCHER...

prints, for each launcher and the peer, the calls, the CPU of the process, the wall and the peak of memory: the median of the rounds.
Without moto everything is skipped, without the peer (`pip install prowler==5.46.0`, or PROWLER=/path/to/it) the peer is.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROUNDS = 3
HERE = pathlib.Path(__file__).parent

# What we ask for, and the peer's check of the same thing.
EQUALS = {
    "aws-cloudtrail-bucket-not-public": "cloudtrail_logs_s3_bucket_is_not_publicly_accessible",
    "aws-ec2-default-security-group-closed": "ec2_securitygroup_default_restrict_traffic",
    "aws-ec2-ebs-encrypted-by-default": "ec2_ebs_default_encryption",
    "aws-ec2-instance-requires-imdsv2": "ec2_instance_imdsv2_enabled",
    "aws-ec2-network-acl-restricts-admin-ports": "ec2_networkacl_allow_ingress_tcp_port_22",
    "aws-iam-managed-admin-not-attached": "iam_aws_attached_policy_no_administrative_privileges",
    "aws-iam-no-inline-admin": "iam_inline_policy_no_administrative_privileges",
    "aws-iam-password-policy-length": "iam_password_policy_minimum_length_14",
    "aws-iam-password-policy-no-reuse": "iam_password_policy_reuse_24",
    "aws-iam-policy-has-no-admin-wildcard": "iam_customer_attached_policy_no_administrative_privileges",
    "aws-iam-root-has-no-access-keys": "iam_no_root_access_key",
    "aws-iam-root-mfa-enabled": "iam_root_mfa_enabled",
    "aws-iam-support-role-exists": "iam_support_role_created",
    "aws-iam-user-console-mfa-enabled": "iam_user_mfa_enabled_console_access",
    "aws-iam-user-has-no-direct-policies": "iam_policy_attached_only_to_group_or_roles",
    "aws-iam-user-keys-rotated": "iam_rotate_access_key_90_days",
    "aws-iam-user-one-active-key": "iam_user_two_active_access_key",
    "aws-kms-key-not-public": "kms_key_not_publicly_accessible",
    "aws-kms-key-rotated": "kms_cmk_rotation_enabled",
    "aws-s3-account-blocks-public-access": "s3_account_level_public_access_blocks",
    "aws-s3-bucket-blocks-public-access": "s3_bucket_level_public_access_block",
    "aws-s3-bucket-encrypted-with-kms": "s3_bucket_kms_encryption",
    "aws-vpc-flow-logs-enabled": "vpc_flow_logs_enabled",
    "bucket-access-logged": "s3_bucket_server_access_logging_enabled",
    "bucket-denies-insecure-transport": "s3_bucket_secure_transport_policy",
    "bucket-not-public": "s3_bucket_public_access",
    "bucket-versioning-enabled": "s3_bucket_object_versioning",
    "database-backed-up": "rds_instance_backup_enabled",
    "database-encrypted": "rds_instance_storage_encrypted",
    "database-not-public": "rds_instance_no_public_access",
    "database-snapshot-not-public": "rds_snapshots_public_access",
    "disk-encrypted": "ec2_ebs_volume_encryption",
    "disk-snapshot-not-public": "ec2_ebs_public_snapshot",
    "firewall-restricts-all-ports": "ec2_securitygroup_allow_ingress_from_internet_to_all_ports",
    "firewall-restricts-rdp": "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389",
    "firewall-restricts-ssh": "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22",
    "function-not-public": "awslambda_function_not_publicly_accessible",
    "queue-encrypted": "sqs_queues_server_side_encryption_enabled",
    "queue-not-public": "sqs_queues_not_publicly_accessible",
    "topic-not-public": "sns_topics_not_publicly_accessible",
    "trail-covers-all-regions": "cloudtrail_multi_region_enabled",
    "trail-encrypted": "cloudtrail_kms_encryption_enabled",
    "trail-log-validation-enabled": "cloudtrail_log_file_validation_enabled",
    "vm-has-no-public-address": "ec2_instance_public_ip",
}


class World:
    """An emulated account of its own process."""

    def __init__(self, default_snapshots):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = {"MOTO_EC2_LOAD_DEFAULT_AMIS": str(default_snapshots).lower(), "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}
        self.address = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [sys.executable, HERE / "world.py", str(port)],
            env=os.environ | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if self.process.stdout.readline() != "ready\n":
            sys.exit("the emulated account could not be seeded")

    def calls(self):
        for _ in range(100):
            try:
                with urllib.request.urlopen(self.address + "/calls") as answer:
                    return int(answer.read())
            except OSError:
                time.sleep(0.1)
        sys.exit("the emulated account does not answer")

    def close(self):
        self.process.kill()
        self.process.wait()


def measured(command, environment):
    """Wall and CPU in seconds, and the peak of memory in MB, of a command."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 3):  # 3: something failed a check, or could not be read
        sys.exit(f"{command[0]} ended with {code}: {output.decode()[-2000:]}")
    return {
        "wall": time.monotonic() - began,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
    }


def scan_of(launcher, folder):
    report = folder / "report.json"
    rules = [word for rule in EQUALS for word in ("--rule", rule)]
    command = [launcher, "scan", "--quiet", "--provider", "aws", "--region", "us-east-1", "-o", f"json={report}", *rules]
    return command, lambda: len(json.loads(report.read_text())["findings"])


def peers_scan(prowler, folder):
    command = [prowler, "aws", "--region", "us-east-1", "--no-banner", "-M", "json-ocsf", "-o", folder, "-F", "report"]
    report = folder / "report.ocsf.json"
    return [*command, "--check", *EQUALS.values()], lambda: len(json.loads(report.read_text()))


def table(title, rows):
    print(f"\n{title}\n{'':44}{'verdicts':>9}{'calls':>7}{'CPU s':>8}{'wall s':>8}{'MB':>6}")
    for name, runs in rows.items():
        median = {what: statistics.median(run[what] for run in runs) for what in runs[0]}
        print(
            f"{name[-43:]:44}{median.get('verdicts', 0):9.0f}{median.get('calls', 0):7.0f}"
            f"{median['cpu']:8.2f}{median['wall']:8.2f}{median['memory']:6.0f}",
            flush=True,
        )


def scans(title, world, programs, environment, folder):
    rows = {name: [] for name in programs}
    for number in range(ROUNDS):
        for name, prepare in programs.items():
            place = folder / f"{number}-{len(name)}"
            place.mkdir(exist_ok=True)
            command, verdicts = prepare(place)
            world.calls()
            run = measured(command, environment | {"AWS_ENDPOINT_URL": world.address})
            rows[name].append(run | {"calls": world.calls(), "verdicts": verdicts()})
            shutil.rmtree(place)
    table(title, rows)


def main():
    launchers = sys.argv[1:]
    if importlib.util.find_spec("moto") is None:
        print("skipped: moto is not installed: pip install 'moto[server]'")
        return
    prowler = os.environ.get("PROWLER") or shutil.which("prowler")
    if prowler is None:
        print("the peer is skipped: pip install prowler==5.46.0")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": temporary,
            "LC_ALL": "C.UTF-8",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            # Nothing leaves this machine.
            "HTTPS_PROXY": "http://127.0.0.1:9",
            "HTTP_PROXY": "http://127.0.0.1:9",
            "NO_PROXY": "127.0.0.1",
        }
        if "JAVA_HOME" in os.environ:
            environment["JAVA_HOME"] = os.environ["JAVA_HOME"]
        for launcher in launchers:
            await_archive(launcher, environment, folder)
        small = {}
        for command in (["version"], ["rules", "list"]):
            for launcher in launchers:
                small[f"{launcher} {' '.join(command)}"] = [
                    measured([launcher, *command], environment) for _ in range(ROUNDS)
                ]
        table("Short commands", small)
        programs = {launcher: lambda place, it=launcher: scan_of(it, place) for launcher in launchers}
        if prowler is not None:
            programs["prowler"] = lambda place: peers_scan(prowler, place)
        for title, default_snapshots in (("Without the emulator's snapshots", False), ("With them", True)):
            world = World(default_snapshots)
            try:
                scans(title, world, programs, environment, folder)
            finally:
                world.close()


def await_archive(launcher, environment, folder):
    """The first command has its archive of classes made when it has ended; what is measured are the later ones."""
    cache = folder / ".cache" / "nephoscope"
    before = len(list(cache.glob("*.jsa")))
    measured([launcher, "version"], environment)
    end = time.monotonic() + 120
    while len(list(cache.glob("[0-9]*-[0-9]*.jsa"))) == before and time.monotonic() < end:
        time.sleep(0.5)


if __name__ == "__main__":
    main()
