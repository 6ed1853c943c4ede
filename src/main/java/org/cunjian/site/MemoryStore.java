package org.cunjian.site;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;

/**
 * JBake's content store without its database: the documents in work, by source. Every public method that would reach for
 * OrientDB is overridden, except {@code updateSchema()}, which is final and which {@link SiteOven} does not call.
 */
final class MemoryStore extends ContentStore {
    private final Map<String, DocumentModel> documents = new ConcurrentHashMap<>();

    MemoryStore() {
        super("memory", "cunjian");
    }

    @Override
    public void startup() {}

    @Override
    public void close() {}

    @Override
    public void shutdown() {}

    @Override
    public void drop() {
        documents.clear();
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void updateAndClearCacheIfNeeded(boolean needed, File templateFolder) {}

    @Override
    public void addDocument(DocumentModel document) {
        documents.put(document.getSourceuri(), document);
    }

    @Override
    public void deleteContent(String uri) {
        documents.remove(uri);
    }

    @Override
    public void deleteAllByDocType(String docType) {
        documents.values().removeIf(document -> docType.equals(document.getType()));
    }

    @Override
    public void markContentAsRendered(DocumentModel document) {
        document.setRendered(true);
    }

    @Override
    public long getDocumentCount(String docType) {
        return getAllContent(docType).size();
    }

    @Override
    public long getPublishedCount(String docType) {
        return getPublishedContent(docType).size();
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return list(document -> uri.equals(document.getSourceuri()));
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return getDocumentByUri(uri);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return getPublishedContent("post");
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return getPublishedPosts();
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
        return list(document -> isPublished(document) && "post".equals(document.getType()) && isTagged(document, tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return list(document -> isPublished(document) && isTagged(document, tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return getPublishedContent("page");
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String docType) {
        return list(document -> isPublished(document) && docType.equals(document.getType()));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType) {
        return list(document -> docType.equals(document.getType()));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return getAllContent(docType);
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return list(document -> !document.getRendered());
    }

    @Override
    public Set<String> getTags() {
        return getAllTags();
    }

    @Override
    public Set<String> getAllTags() {
        Set<String> tags = new TreeSet<>();
        for (DocumentModel document : documents.values()) tags.addAll(Set.of(document.getTags()));
        return tags;
    }

    private static boolean isPublished(DocumentModel document) {
        return "published".equals(document.getStatus());
    }

    private static boolean isTagged(DocumentModel document, String tag) {
        for (String each : document.getTags()) if (each.equals(tag)) return true;
        return false;
    }

    private DocumentList<DocumentModel> list(Predicate<DocumentModel> chosen) {
        DocumentList<DocumentModel> list = new DocumentList<>();
        documents.values().stream().filter(chosen).forEach(list::add);
        return list;
    }
}
