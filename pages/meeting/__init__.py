"""会议模式: five fixed screens of the county or of one department, for a projector and for paper."""
