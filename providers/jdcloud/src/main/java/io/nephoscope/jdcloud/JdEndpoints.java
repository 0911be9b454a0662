package io.nephoscope.jdcloud;

import io.nephoscope.http.s3.S3Client;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where each service answers: the public cloud's addresses, or those of a private installation.
 *
 * @param all in place of every service's own; {service} and {region} in it stand for their names
 * @param byService in place of single services' own and of {@code all}
 */
record JdEndpoints(Optional<String> all, Map<String, String> byService) {
    private static final String VERSION = "/v1";
    private static final String PUBLIC = "https://{service}.jdcloud-api.com";
    private static final String PUBLIC_STORAGE = "https://s3.{region}.jdcloud-oss.com";
    private static final String PUBLIC_DOMAIN = ".jdcloud-api.com";
    /** The object storage, which is addressed by its protocol's name. */
    static final String STORAGE = S3Client.SERVICE;

    /** What stands for the region where a service has none. */
    private static final String OF_NO_REGION = "cn-north-1";

    public JdEndpoints {
        byService = Map.copyOf(byService);
        byService.values().forEach(JdEndpoints::check);
        all.ifPresent(JdEndpoints::check);
    }

    private static void check(String template) {
        URI uri = filled(template, "service", "region");
        boolean isAddress = ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null;
        if (!isAddress) {
            throw new IllegalArgumentException("no address: " + template);
        }
    }

    /** Whether the regions of the public cloud say nothing here. */
    boolean isPrivate() {
        return all.isPresent();
    }

    /**
     * Where the calls of a service are sent, with the version of its interface.
     *
     * @param region empty for a service that has none
     */
    URI api(String service, String region) {
        String address = of(service, region).toString();
        return URI.create((address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + VERSION);
    }

    /** @param region empty for a service that has none */
    URI of(String service, String region) {
        String usual = service.equals(STORAGE) ? PUBLIC_STORAGE : PUBLIC;
        String template = byService.getOrDefault(service, all.orElse(usual));
        return filled(template, service, region.isEmpty() ? OF_NO_REGION : region);
    }

    private static URI filled(String template, String service, String region) {
        return URI.create(template.replace("{service}", service).replace("{region}", region));
    }

    /** The region that a signature names where the service has none. */
    String signedRegion(String service) {
        String host = String.valueOf(of(service, "").getHost());
        return host.endsWith(PUBLIC_DOMAIN) ? "jdcloud-api" : OF_NO_REGION;
    }
}
