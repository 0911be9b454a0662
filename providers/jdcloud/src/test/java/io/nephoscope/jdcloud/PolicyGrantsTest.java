package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as JD Cloud's guide to the syntax of version 3 writes them. */
class PolicyGrantsTest {
    private static final String ALL = "{'Effect':'Allow','Action':'*','Resource':'*'}";

    private static Object grantsAdmin(String document) throws IOException {
        return PolicyGrants.grantsAdmin(DocJson.parse(document.replace('\'', '"')), "jrn:iam::1234:policy/own")
                .toField();
    }

    private static Object ofStatements(String statements) throws IOException {
        return grantsAdmin("{'Version':'3','Statement':[" + statements + "]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ALL,
                "{'Effect':'allow','Action':['*'],'Resource':['*']}",
                "{'effect':'Allow','action':'*:*','resource':'*'}",
                "{'Effect':'Allow','Action':['oss:Get*','*:*'],'Resource':['jrn:*:*:*:*']}",
                "{'Effect':'Allow','Action':'*','Resource':'jrn:*'}",
                "{'Effect':'Allow','Action':'*','Resource':'jrn:*:*:1234:*'}",
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'IpAddress':{'jdc:SourceIp':'0.0.0.0/0'}}}",
                "{'Effect':'Allow','Action':'*','Resource':'*',"
                        + "'Condition':{'IpAddress':{'Jdcloud:SourceIp':['0.0.0.0/1','128.0.0.0/1']}}}",
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringLike':{'jdc:SourceIp':'*'}}}",
                ALL + ",{'Effect':'Deny','Action':'oss:*','Resource':'*'}",
                ALL + ",{'Effect':'Deny','Action':'iam:*','Resource':'jrn:iam::1234:role/*'}",
                "{'Effect':'Allow','Action':'iam:*','Resource':'*'}," + ALL,
            })
    void whatAllowsEverythingMakesAnAdministratorHoweverItIsSpelled(String statements) throws IOException {
        assertThat(ofStatements(statements)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'oss:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'*:describe*','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','Resource':'jrn:oss:*:1234:*'}",
                "{'Effect':'Allow','Action':'*','Resource':'jrn:*:cn-north-1:1234:*'}",
                "{'Effect':'Allow','Action':'*','Resource':'jrn:*:*:9999:*'}",
                "{'Effect':'Allow','Action':'?','Resource':'*'}",
                "{'Effect':'deny','Action':'*','Resource':'*'}",
                ALL + ",{'effect':'deny','action':'*','resource':'*'}",
                ALL + ",{'Effect':'Deny','Action':'iam:*','Resource':'jrn:iam:*:*:*'}",
                "{'Effect':'Allow','Action':'*','Resource':'*',"
                        + "'Condition':{'StringEquals':{'JDCloud:ResourceTag/team':['lake']}}}",
            })
    void whatLeavesSomethingOutDoesNot(String statements) throws IOException {
        assertThat(ofStatements(statements)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','NotAction':'oss:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','NotResource':'jrn:oss:*'}",
                "{'Effect':'Allow','Action':'*'}",
                "{'Effect':'Perhaps','Action':'*','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','Resource':'*','Unless':'never'}",
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{'JDCloud:Mood':'good'}}}",
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Sometimes':{'jdc:SourceIp':'10.0.0.1'}}}",
                ALL + ",{'Effect':'Deny','NotAction':'oss:*','Resource':'*'}",
            })
    void whatIsNotUnderstoodIsUnknown(String statements) throws IOException {
        assertThat(ofStatements(statements)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Version':'3'}",
                "{'Version':'3','Statement':[]}",
                "{'Version':'2','Statement':[" + ALL + "]}",
                "{'version':'2','content':[{'permission':'R|M|D','resource':[{'ids':['*'],'type':'server'}]}]}",
                "{'Version':'3','Principal':'*','Statement':[" + ALL + "]}",
                "{'Statement':[" + ALL + "],'statement':[" + ALL + "]}",
            })
    void aDocumentOfAnotherFormIsUnknown(String document) throws IOException {
        assertThat(grantsAdmin(document)).isInstanceOf(Unknown.class);
    }

    @Test
    void withoutDocumentOrAccountNobodyKnows() throws IOException {
        assertThat(PolicyGrants.grantsAdmin(Absent.ABSENT, "jrn:iam::1234:policy/own")
                        .isUnknown())
                .isTrue();
        assertThat(PolicyGrants.grantsAdmin(DocJson.parse("{}"), Absent.ABSENT).isUnknown())
                .isTrue();
    }
}
