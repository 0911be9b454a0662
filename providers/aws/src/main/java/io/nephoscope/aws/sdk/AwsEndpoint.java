package io.nephoscope.aws.sdk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.utils.SystemSetting;

/**
 * An address in place of every service's own, of a private installation or of VPC endpoints.
 *
 * @param template the address, in which {@code {service}} and {@code {region}} stand for the names as AWS's own addresses spell them
 */
public record AwsEndpoint(String template) {
    private static final String SERVICE = "{service}";
    private static final String REGION = "{region}";

    private static final SystemSetting SET = new SystemSetting() {
        @Override
        public String property() {
            return "aws.endpointUrl";
        }

        @Override
        public String environmentVariable() {
            return "AWS_ENDPOINT_URL";
        }

        @Override
        public String defaultValue() {
            return "";
        }
    };

    /** @throws IllegalArgumentException where it is no address */
    public AwsEndpoint {
        URI example = address(template, "service", "region");
        if (example.getHost() == null || !Set.of("http", "https").contains(String.valueOf(example.getScheme()))) {
            throw new IllegalArgumentException(template + " has no host");
        }
    }

    /**
     * The address in {@code AWS_ENDPOINT_URL}, where it has names to fill in, which the SDK does not do: every other it reads itself.
     *
     * @throws IllegalArgumentException where it is no address
     */
    public static Optional<AwsEndpoint> ofEnvironment() {
        return SET.getStringValue()
                .filter(url -> url.contains(SERVICE) || url.contains(REGION))
                .map(AwsEndpoint::new);
    }

    /** Where a service is reached in a region. */
    public URI of(AwsService<?> service, String region) {
        return address(template, service.host(), region);
    }

    private static URI address(String template, String service, String region) {
        try {
            return new URI(template.replace(SERVICE, service).replace(REGION, region));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(template + " is no address", e);
        }
    }
}
