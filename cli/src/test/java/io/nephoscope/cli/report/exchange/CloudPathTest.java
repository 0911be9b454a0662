package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Scope;
import io.nephoscope.rules.Finding.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudPathTest {
    private static String path(String account, String id) {
        return CloudPath.of(new Subject("u", id, "aws.s3.bucket", "n", new Scope("", account, "eu-west-1")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            1001,   photos,                 cloud/aws/1001/eu-west-1/aws.s3.bucket/photos.json
            1001,   arn:aws:s3:::photos,    cloud/aws/1001/eu-west-1/aws.s3.bucket/arn%3Aaws%3As3%3A%3A%3Aphotos.json
            1001,   a/b c,                  cloud/aws/1001/eu-west-1/aws.s3.bucket/a%2Fb%20c.json
            ..,     ..,                     cloud/aws/_../eu-west-1/aws.s3.bucket/_...json
            "",     港,                     cloud/aws/_/eu-west-1/aws.s3.bucket/%E6%B8%AF.json
            """)
    void anAssetHasAPathThatIsOneOnEverySystem(String account, String id, String path) {
        assertThat(path(account, id)).isEqualTo(path);
    }

    @Test
    void aNameWithoutEndIsCut() {
        assertThat(path("1", "界".repeat(5_000))).hasSizeLessThan(1_000);
    }
}
