package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as JD Cloud's guide to policies of buckets writes them. */
class BucketPolicyTest {
    private static final String ALLOW = "'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::lake/*'";

    private static Object json(String text) throws IOException {
        return DocJson.parse(text.replace('\'', '"'));
    }

    private static Object isPublic(String... statements) throws IOException {
        return BucketPolicy.publicAccess(json("{'Statement':[{" + String.join("},{", statements) + "}]}"), "lake")
                .isPublic();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*'",
                "'Principal':{'AWS':'*'}",
                "'Principal':{'AWS':['1234','*']}",
                "'principal':{'aws':'*'}",
                "'Principal':'*','Condition':{'StringLike':{'aws:Referer':['www.lake.example']}}",
                "'Principal':'*','Condition':{'StringLike':{'aws:SourceVpc':'*'}}",
                "'Principal':'*','Condition':{'Null':{'aws:Referer':'true'}}",
                "'Principal':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['0.0.0.0/0']}}",
                "'Principal':'*','Condition':{'IpAddress':{'jdc:SourceIp':'0.0.0.0/0'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['0.0.0.0/1','128.0.0.0/1']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['10.0.0.1','*']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'2000::/3'}}",
                "'Principal':'*','Condition':{'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}}",
                "'Principal':'*','Condition':{'NotStringEquals':{'aws:SourceVpc':'vpc-1'}}",
            })
    void whatEveryoneMayDoIsPublic(String principal) throws IOException {
        assertThat(isPublic(ALLOW + "," + principal)).isEqualTo(true);
    }

    @Test
    void whoMayDoWhatIsSaidInWords() throws IOException {
        assertThat(BucketPolicy.publicAccess(
                                json("{'statement':{'sid':'Open','effect':'allow','principal':'*',"
                                        + "'action':['s3:GetObject'],'resource':'arn:aws:s3:::lake/*'}}"),
                                "lake")
                        .ways())
                .isEqualTo(DocList.of("policy statement Open lets anyone on the Internet s3:GetObject"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':{'AWS':'1234'}",
                "'Principal':{'AWS':'arn:aws:iam::1234:user/alice'}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['203.0.113.0/24']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['192.168.*','203.0.113.*']}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'},'StringLike':{'aws:Referer':'x'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'},"
                        + "'StringEquals':{'aws:SourceVpc':'vpc-1'}}",
            })
    void whatSomeMayDoIsNot(String principal) throws IOException {
        assertThat(isPublic(ALLOW + "," + principal)).isEqualTo(false);
    }

    @Test
    void whatIsSaidOfAnotherBucketIsNotOfThisOne() throws IOException {
        assertThat(isPublic("'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::pond/*'"))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*','Condition':{'StringEquals':{'aws:SourceVpc':'vpc-1'}}",
                "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'office'}}",
                "'Principal':'*','Condition':{'Sometimes':{'aws:SourceIp':'10.0.0.0/8'}}",
                "'Principal':{'Anybody':'*'}",
                "'Principal':{'AWS':'12*'}",
                "'NotPrincipal':{'AWS':'1234'}",
                "'Principal':'*','effect':'Allow'",
                "'Principal':'*','Unless':'never'",
            })
    void whatIsNotUnderstoodLeavesItOpen(String principal) throws IOException {
        assertThat(isPublic(ALLOW + "," + principal)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::lake/*'|false",
                "'Principal':'*','Action':'*','Resource':['arn:aws:s3:::lake/*']|false",
                "'Principal':'*','Action':'s3:*','Resource':'*'|false",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}|false",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'IpAddress':{'aws:SourceIp':['0.0.0.0/0','::/0']}}|false",
                "'Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::lake/a/*'|true",
                "'Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::lake'|true",
                "'Principal':'*','Action':'s3:PutObject','Resource':'*'|true",
                "'Principal':{'AWS':'1234'},'Action':'s3:*','Resource':'*'|true",
                "'Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}|true",
            })
    void aDenialWinsWhereItCoversAllThatIsAllowed(String denial, boolean open) throws IOException {
        assertThat(isPublic(ALLOW + ",'Principal':'*'", "'effect':'deny'," + denial))
                .isEqualTo(open);
    }

    @Test
    void noPolicyAllowsNothing() {
        assertThat(BucketPolicy.publicAccess(Absent.ABSENT, "lake").isPublic()).isEqualTo(false);
        assertThat(BucketPolicy.deniesInsecureTransport(Absent.ABSENT, "lake").isFalse())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "{'Statement':7}", "{'Statement':[7]}", "{'Statement':[]}", "{'Version':'3'}"})
    void aPolicyOfAnotherFormIsUnknown(String policy) throws IOException {
        assertThat(BucketPolicy.publicAccess(json(policy), "lake").isPublic()).isInstanceOf(Unknown.class);
        assertThat(BucketPolicy.deniesInsecureTransport(json(policy), "lake").isUnknown())
                .isTrue();
    }

    private static final String INSECURE = "'Condition':{'Bool':{'aws:SecureTransport':'false'}}";

    private static boolean isTlsOnly(String rest) throws IOException {
        return BucketPolicy.deniesInsecureTransport(json("{'Statement':[{'Principal':'*'," + rest + "}]}"), "lake")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Deny','Action':'s3:*','Resource':['arn:aws:s3:::lake','arn:aws:s3:::lake/*']",
                "'effect':'deny','action':'*','resource':'*'",
                "'Effect':'Deny','Action':['S3:GetObject','s3:PutObject','s3:DeleteObject','s3:ListBucket'],'Resource':"
                        + "'arn:aws:s3:::lake*'",
            })
    void plainHttpIsDeniedWhereTheBucketAndItsObjectsAreCovered(String what) throws IOException {
        assertThat(isTlsOnly(what + "," + INSECURE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::lake/*'",
                "'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::lake'",
                "'Effect':'Deny','Action':'s3:*','Resource':['arn:aws:s3:::lake','arn:aws:s3:::lake/logs/*']",
                "'Effect':'Deny','Action':'s3:*','Resource':['arn:aws:s3:::pond','arn:aws:s3:::pond/*']",
                "'Effect':'Deny','Action':'s3:GetObject','Resource':'*'",
                "'Effect':'Allow','Action':'s3:*','Resource':'*'",
            })
    void elsewhereOnlyAPartIsDenied(String what) throws IOException {
        assertThat(isTlsOnly(what + "," + INSECURE)).isFalse();
    }

    @Test
    void aFurtherConditionLetsSomePlainHttpThrough() throws IOException {
        assertThat(isTlsOnly("'Effect':'Deny','Action':'*','Resource':'*','Condition':"
                        + "{'Bool':{'aws:SecureTransport':'false'},'StringLike':{'aws:Referer':'x'}}"))
                .isFalse();
    }
}
