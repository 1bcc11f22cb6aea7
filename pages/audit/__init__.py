"""审计记录: the audit journal, for auditors and admins."""
