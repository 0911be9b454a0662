package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Map;
import java.util.Set;

/** What an access control list of the S3 protocol grants to the groups that nobody is chosen into: it is public with whatever it grants. */
public final class AclGrants {
    private static final Map<String, String> PUBLIC_GROUPS = Map.of(
            "http://acs.amazonaws.com/groups/global/AllUsers", "AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers", "AuthenticatedUsers");
    /** The one group whose members are the service's own: they write access logs. */
    private static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    private static final Set<String> PERMISSIONS = Set.of("FULL_CONTROL", "READ", "READ_ACP", "WRITE", "WRITE_ACP");

    private AclGrants() {}

    /**
     * The ways that a list opens. A list without grants, and a grant that does not say to whom or what, may open one.
     *
     * @param acl the object with the {@code Grants}, each with a {@code Grantee} and a {@code Permission}; absent where there is no list
     * @param call the operation that answers with it
     */
    public static PublicAccess of(Object acl, String call) {
        if (acl instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        } else if (acl == Absent.ABSENT) {
            return PublicAccess.NONE;
        } else if (!(acl instanceof Doc known) || !(known.get("Grants") instanceof DocList grants)) {
            return unclear(call, Text.of("the answer leaves out the grants", "应答缺少授权列表"));
        } else {
            return grants.stream().map(grant -> grant(grant, call)).reduce(PublicAccess.NONE, PublicAccess::and);
        }
    }

    private static PublicAccess grant(Object written, String call) {
        Doc grant = written instanceof Doc doc ? doc : Doc.empty();
        Doc grantee = grant.doc("Grantee");
        String uri = grantee.text("URI");
        boolean named = !uri.isEmpty()
                || !grantee.text("ID").isEmpty()
                || !grantee.text("EmailAddress").isEmpty();
        if (!named || !PERMISSIONS.contains(grant.text("Permission"))) {
            return unclear(
                    call,
                    Text.of(
                            "the answer holds a grant that does not say clearly to whom or what",
                            "应答中有一项授权未明确说明授予谁或授予何种权限"));
        }
        String group = PUBLIC_GROUPS.get(uri);
        if (group == null && !uri.isEmpty() && !uri.equals(LOG_DELIVERY)) {
            return unclear(
                    call, Text.of("the answer holds a grant to a group that nobody knows", "应答中有一项授权的对象是未知的用户组"));
        }
        return group == null
                ? PublicAccess.NONE
                : PublicAccess.by("ACL grants " + group + " " + grant.text("Permission"));
    }

    private static PublicAccess unclear(String call, Text why) {
        return PublicAccess.unread(Unknown.because(new Cause(call, Status.FAILED, "", why)));
    }
}
