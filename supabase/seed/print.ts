/* `npm run demo:sql > demo.sql`: the demonstration for a Supabase project, to be run by psql. */
import { demoRows } from './demo-rows.ts';
import { toSql } from './sql.ts';

process.stdout.write(toSql(demoRows(new Date())));
