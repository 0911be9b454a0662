package io.nephoscope.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** How pages follow one another, held against what the SDK itself does where it knows how to. */
class PagingTest {
    private static final List<AwsService<?>> SERVICES = List.of(
            new AwsService<>("cloudtrail", CloudTrailClient::builder),
            new AwsService<>("ec2", Ec2Client::builder),
            new AwsService<>("iam", IamClient::builder),
            new AwsService<>("kms", KmsClient::builder),
            new AwsService<>("lambda", LambdaClient::builder),
            new AwsService<>("organizations", OrganizationsClient::builder),
            new AwsService<>("rds", RdsClient::builder),
            new AwsService<>("s3", S3Client::builder),
            new AwsService<>("s3control", S3ControlClient::builder),
            new AwsService<>("sns", SnsClient::builder),
            new AwsService<>("sqs", SqsClient::builder),
            new AwsService<>("sts", StsClient::builder));

    /** An operation that the SDK walks through by itself. */
    private record Paged(Class<?> client, Class<?> paginator, AwsService<?> service, String operation) {}

    private static List<Paged> paged() throws Exception {
        List<Paged> all = new ArrayList<>();
        for (AwsService<?> service : SERVICES) {
            Object client = service.builder().get();
            Class<?> type = Stream.of(client.getClass().getInterfaces())
                    .filter(it -> it.getSimpleName().endsWith("ClientBuilder"))
                    .map(it -> it.getName().replace("ClientBuilder", "Client"))
                    .map(PagingTest::load)
                    .findFirst()
                    .orElseThrow();
            for (String name : paginators(type)) {
                all.add(new Paged(
                        type,
                        load(type.getPackageName() + ".paginators." + name),
                        service,
                        name.replace("Iterable", "")));
            }
        }
        return all;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> paginators(Class<?> client) throws Exception {
        URI jar = client.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
            Path folder = files.getPath("/" + client.getPackageName().replace('.', '/'))
                    .resolve("paginators");
            return Files.exists(folder) ? names(folder) : List.of();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> classes = Files.list(folder)) {
            return classes.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith("Iterable.class"))
                    .map(it -> it.replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }

    /** What the SDK asks for the second page with, where the first names it as the rule says. */
    private static Object secondAsked(Paged paged, SdkOperation operation, Paging rule) throws Exception {
        SdkPojo first = operation.response();
        SdkDocs.field(first, rule.next()).set(first, "page 2");
        // Some services say beside the token that there is more.
        first.sdkFields().stream()
                .filter(field -> field.marshallingType() == MarshallingType.BOOLEAN)
                .forEach(field -> field.set(first, true));
        Object page = ((SdkBuilder<?, ?>) first).build();
        List<Object> asked = new ArrayList<>();
        Object client = Proxy.newProxyInstance(
                PagingTest.class.getClassLoader(), new Class<?>[] {paged.client()}, (proxy, method, arguments) -> {
                    if (method.getReturnType() != page.getClass()) {
                        return null;
                    }
                    asked.add(arguments[0]);
                    return asked.size() == 1 ? page : ((SdkBuilder<?, ?>) operation.response()).build();
                });
        Object request = ((SdkBuilder<?, ?>) operation.request()).build();
        Constructor<?> walk = paged.paginator().getConstructor(paged.client(), request.getClass());
        Iterator<?> pages = ((Iterable<?>) walk.newInstance(client, request)).iterator();
        pages.next();
        if (!pages.hasNext()) {
            return "no second page";
        }
        pages.next();
        SdkPojo second = (SdkPojo) asked.get(1);
        return String.valueOf(SdkDocs.field(second, rule.token()).getValueOrDefault(second));
    }

    @Test
    void theRuleFindsTheTokensByWhichTheSdkWalks() throws Exception {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> none = new TreeSet<>();
        int right = 0;
        for (Paged paged : paged()) {
            SdkOperation operation = new SdkOperation(paged.service(), paged.operation());
            String call = paged.service().name() + ":" + paged.operation();
            Optional<Paging> rule = Paging.of(operation.request(), operation.response());
            if (rule.isEmpty()) {
                none.add(call);
            } else if ("page 2".equals(secondAsked(paged, operation, rule.get()))) {
                right++;
            } else {
                wrong.add(call + " " + rule.get());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThan(300);
        // Their tokens lie deeper, or are two, or are numbers: a file that names them says how their pages follow one
        // another.
        assertThat(none)
                .containsExactly(
                        "rds:DescribeEngineDefaultClusterParameters",
                        "rds:DescribeEngineDefaultParameters",
                        "s3:ListMultipartUploads",
                        "s3:ListObjectVersions",
                        "s3:ListParts");
    }

    @Test
    void aTokenThatTheAnswerRepeatsIsNotTheNext() throws Exception {
        SdkOperation objects = new SdkOperation(AwsStub.S3, "ListObjectsV2");
        assertThat(Paging.of(objects.request(), objects.response()))
                .contains(new Paging("ContinuationToken", "NextContinuationToken"));
        SdkOperation versions = new SdkOperation(AwsStub.S3, "ListObjectVersions");
        assertThat(Paging.of(versions.request(), versions.response())).isEmpty();
    }
}
