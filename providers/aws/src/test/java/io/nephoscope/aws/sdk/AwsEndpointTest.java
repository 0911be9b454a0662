package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.EC2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3control.S3ControlClient;

class AwsEndpointTest {
    private static final String SET = "aws.endpointUrl";

    @AfterEach
    void unset() {
        System.clearProperty(SET);
    }

    @Test
    void serviceAndRegionAreFilledInAsAddressesSpellThem() {
        AwsEndpoint endpoint = new AwsEndpoint("https://{service}.{region}.cloud.example:8443/{region}");

        assertThat(endpoint.of(EC2, "eu-west-1"))
                .isEqualTo(URI.create("https://ec2.eu-west-1.cloud.example:8443/eu-west-1"));
        assertThat(endpoint.of(new AwsService<>("s3control", "s3-control", S3ControlClient::builder), "us-east-1"))
                .isEqualTo(URI.create("https://s3-control.us-east-1.cloud.example:8443/us-east-1"));
    }

    @Test
    void anAddressWithoutNamesStandsForEveryServiceAndRegion() {
        assertThat(new AwsEndpoint("http://127.0.0.1:5000").of(EC2, "eu-west-1"))
                .isEqualTo(URI.create("http://127.0.0.1:5000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{service}", "ftp://{service}", "http://{host}", "http://", "https://a b", "/{region}"})
    void whatIsNoAddressIsRefused(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AwsEndpoint(template));
    }

    @Test
    void theSdkReadsTheEnvironmentByItselfUnlessThereAreNamesToFillIn() {
        System.setProperty(SET, "http://127.0.0.1:5000");
        assertThat(AwsEndpoint.ofEnvironment()).isEmpty();
        System.setProperty(SET, "http://{service}.cloud.example");
        assertThat(AwsEndpoint.ofEnvironment())
                .isEqualTo(Optional.of(new AwsEndpoint("http://{service}.cloud.example")));
    }
}
