package io.nephoscope.jdcloud;

import io.nephoscope.expression.Library;
import io.nephoscope.http.rest.RestDialect;
import io.nephoscope.http.rest.Service;
import io.nephoscope.http.s3.S3Dialect;
import io.nephoscope.types.Dialect;
import io.nephoscope.types.Dialect.Hook;
import io.nephoscope.types.TypeSource;
import java.util.Map;

/** Every resource type of JD Cloud: a file each. */
public final class JdCloudTypes implements TypeSource {
    static final Service SERVICE = Service.packaged(JdCloudTypes.class, "service.yaml");

    private static final Map<String, Hook> HOOKS =
            Map.of("auditEvents", (attribute, type) -> AuditEvents.as(attribute, type.name()));

    @Override
    public String folder() {
        return "io/nephoscope/jdcloud/types";
    }

    @Override
    public Dialect dialect() {
        return new S3Dialect(new RestDialect(SERVICE, HOOKS), "oss");
    }

    @Override
    public Library library() {
        return JdFunctions.ALL;
    }
}
