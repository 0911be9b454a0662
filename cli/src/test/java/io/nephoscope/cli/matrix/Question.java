package io.nephoscope.cli.matrix;

/**
 * A request as a cloud sees it.
 *
 * @param call as in ledgers and findings: {@code s3:GetBucketPolicy}
 * @param caller whose request it is
 * @param key the same for two requests of one caller that ask the same
 */
record Question(String call, String caller, String key) {}
