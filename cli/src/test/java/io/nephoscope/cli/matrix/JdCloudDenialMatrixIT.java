package io.nephoscope.cli.matrix;

/** The world of the JD Cloud that answers on loopback. */
class JdCloudDenialMatrixIT extends DenialMatrix {
    JdCloudDenialMatrixIT() throws Exception {
        super(new Jd());
    }

    private static final class Jd implements Stage {
        private final Plan plan = new Plan(JdCloud.target("http://localhost"));

        @Override
        public String name() {
            return "JD Cloud";
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Cloud cloud() throws Exception {
            return JdCloud.start();
        }

        /** Buckets are asked by the protocol of S3. */
        @Override
        public String protocol(String call) {
            return call.startsWith("oss:GetBucket") ? "s3" : "api";
        }
    }
}
