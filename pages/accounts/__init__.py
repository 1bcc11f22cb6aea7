"""账号: who may come in and in what role, for admins."""
