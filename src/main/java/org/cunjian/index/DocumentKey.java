package org.cunjian.index;

/** A practice or a case, as the index names its documents. */
record DocumentKey(SearchHit.Type type, String id) {
    String uid() {
        return type.code() + "/" + id;
    }

    static DocumentKey of(String uid) {
        int slash = uid.indexOf('/');
        return new DocumentKey(SearchHit.Type.of(uid.substring(0, slash)), uid.substring(slash + 1));
    }
}
