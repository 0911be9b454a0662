"""An AWS account on an emulator, seeded in the process that serves it.

    world.py PORT

says "ready" once it answers, and at /calls how many calls have come since that was asked last. Unlike moto alone it honours
RestorableByUserIds, as AWS does, so that the calls that it saves are saved here too.
"""

import io
import json
import logging
import sys
import zipfile

import boto3
import moto
from moto.ec2.responses.elastic_block_store import ElasticBlockStore
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple

REGION = "us-east-1"
EVERYBODY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}
ADMIN = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
READER = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}


def trust(service):
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def client(service):
    return boto3.client(service, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test")


def storage():
    s3 = client("s3")
    for i in range(200):
        name = f"harbour-{i}"
        s3.create_bucket(Bucket=name)
        if i % 2:
            s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        if i % 3:
            blocks = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
            s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=dict.fromkeys(blocks, True))
        if i % 10 == 0:
            policy = json.dumps(EVERYBODY).replace('"Resource": "*"', f'"Resource": "arn:aws:s3:::{name}/*"')
            s3.put_bucket_policy(Bucket=name, Policy=policy)


def network(ec2):
    for _ in range(4):
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")
    for i in range(300):
        group = ec2.create_security_group(GroupName=f"group-{i}", Description="d", VpcId=vpc)["GroupId"]
        ranges = [{"CidrIp": "0.0.0.0/0" if i % 4 == 0 else "10.0.0.0/8"}]
        rules = [{"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": ranges} for port in (22, 443, 3389)]
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=rules)


def compute(ec2):
    for i in range(150):
        volume = ec2.create_volume(AvailabilityZone=REGION + "a", Size=8, Encrypted=i % 2 == 0)["VolumeId"]
        if i % 3 == 0:
            snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
            if i % 30 == 0:
                ec2.modify_snapshot_attribute(
                    SnapshotId=snapshot, Attribute="createVolumePermission", OperationType="add", GroupNames=["all"]
                )
    image = ec2.register_image(Name="image", RootDeviceName="/dev/sda1")["ImageId"]
    ec2.run_instances(ImageId=image, MinCount=60, MaxCount=60, InstanceType="t3.micro")


def identity():
    iam = client("iam")
    iam.update_account_password_policy(MinimumPasswordLength=10)
    for i in range(80):
        user = f"user-{i}"
        iam.create_user(UserName=user)
        iam.create_access_key(UserName=user)
        if i % 4 == 0:
            iam.create_login_profile(UserName=user, Password="Passw0rd!Passw0rd!")
            iam.put_user_policy(UserName=user, PolicyName="inline", PolicyDocument=json.dumps(READER))
        if i % 10 == 0:
            iam.create_access_key(UserName=user)
    for i in range(40):
        role = f"role-{i}"
        iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust("ec2.amazonaws.com"))
        policy = iam.create_policy(PolicyName=f"policy-{i}", PolicyDocument=json.dumps(READER if i % 5 else ADMIN))
        iam.attach_role_policy(RoleName=role, PolicyArn=policy["Policy"]["Arn"])
    return iam.create_role(RoleName="functions", AssumeRolePolicyDocument=trust("lambda.amazonaws.com"))["Role"]["Arn"]


def messages():
    sqs, sns = client("sqs"), client("sns")
    for i in range(200):
        url = sqs.create_queue(QueueName=f"queue-{i}")["QueueUrl"]
        if i % 20 == 0:
            sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(EVERYBODY)})
    for i in range(100):
        sns.create_topic(Name=f"topic-{i}")


def functions(role):
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("main.py", "def handle(event, context):\n    return event\n")
    aws_lambda = client("lambda")
    for i in range(60):
        aws_lambda.create_function(
            FunctionName=f"function-{i}",
            Runtime="python3.12" if i % 3 else "python3.7",
            Role=role,
            Handler="main.handle",
            Code={"ZipFile": code.getvalue()},
        )


def keys_databases_and_trails():
    kms, rds, trails = client("kms"), client("rds"), client("cloudtrail")
    for i in range(80):
        key = kms.create_key()["KeyMetadata"]["KeyId"]
        if i % 2:
            kms.enable_key_rotation(KeyId=key)
    for i in range(20):
        name = f"database-{i}"
        rds.create_db_instance(
            DBInstanceIdentifier=name,
            Engine="postgres",
            DBInstanceClass="db.t3.micro",
            AllocatedStorage=20,
            MasterUsername="captain",
            MasterUserPassword="Passw0rd!",
            PubliclyAccessible=i % 5 == 0,
            StorageEncrypted=i % 2 == 0,
        )
        rds.create_db_snapshot(DBSnapshotIdentifier=f"snapshot-{i}", DBInstanceIdentifier=name)
    for i in range(3):
        trails.create_trail(Name=f"trail-{i}", S3BucketName="harbour-0", IsMultiRegionTrail=i == 0)
        trails.start_logging(Name=f"trail-{i}")


def honour_restorable_by():
    describe = ElasticBlockStore.describe_snapshots

    def honouring(self):
        answer = describe(self)
        if "all" in self._get_param("RestorableByUserIds", []):
            snapshots = answer.result["Snapshots"]
            answer.result["Snapshots"] = [it for it in snapshots if "all" in it.create_volume_permission_groups]
        return answer

    ElasticBlockStore.describe_snapshots = honouring


class Counted:
    """A server that counts what it is asked."""

    def __init__(self, server):
        self.server = server
        self.calls = 0

    def __call__(self, environment, start):
        if environment["PATH_INFO"] == "/calls":
            calls, self.calls = self.calls, 0
            start("200 OK", [("Content-Type", "text/plain")])
            return [str(calls).encode()]
        self.calls += 1
        return self.server(environment, start)


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with moto.mock_aws():
        ec2 = client("ec2")
        storage()
        network(ec2)
        compute(ec2)
        functions(identity())
        messages()
        keys_databases_and_trails()
        honour_restorable_by()
        server = Counted(DomainDispatcherApplication(create_backend_app))
        print("ready", flush=True)
        run_simple("127.0.0.1", int(sys.argv[1]), server, threaded=True)


if __name__ == "__main__":
    main()
