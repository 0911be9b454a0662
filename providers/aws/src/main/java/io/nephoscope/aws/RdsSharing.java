package io.nephoscope.aws;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;

/** With whom snapshots of RDS are shared, those of instances and those of clusters alike. */
final class RdsSharing {
    private RdsSharing() {}

    /**
     * Whether everybody may restore a snapshot.
     *
     * @param attributes the field of its attributes ({@code rds:DescribeDBSnapshotAttributes})
     * @throws Unreadable where RDS does not say who may restore it, so that the facet becomes unknown
     */
    static Object isWithAll(Object attributes) {
        return Tri.ask(attributes, it -> Tri.of(isShared(it))).toField();
    }

    private static boolean isShared(Object attributes) {
        List<Doc> restore = (attributes instanceof DocList list ? list : DocList.empty())
                .docs()
                .filter(attribute -> attribute.text("AttributeName").equals("restore"))
                .toList();
        if (restore.isEmpty()) {
            throw new Unreadable(Text.of("the answer does not say who may restore the snapshot", "应答未说明谁可以恢复该快照"));
        }
        return restore.stream()
                .anyMatch(attribute -> attribute.list("AttributeValues").texts().anyMatch("all"::equals));
    }
}
