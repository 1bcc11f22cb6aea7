"""The same views on Spark, for what outgrows one machine. Needs the extra `cluster` and Java."""
